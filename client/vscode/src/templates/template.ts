/** What a template of unit files is: some questions, and the files that the answers make. */
import { prefixProblem } from "../names.ts";

/** Something to ask. */
export interface Question {
  readonly id: string;
  readonly title: string;
  readonly hint: string;
  /** What the box holds at first. */
  readonly value: (answers: Answers) => string;
  /** What is wrong with an answer; undefined where it is good. */
  readonly problem: (answer: string) => string | undefined;
}

/** What was answered, by the ids of the questions. */
export type Answers = Readonly<Record<string, string>>;

/** A file to make. */
export interface NewFile {
  readonly name: string;
  readonly text: string;
}

/** One template. */
export interface Template {
  readonly id: string;
  readonly label: string;
  readonly detail: string;
  readonly questions: readonly Question[];
  /** The first file is the one to open. */
  readonly files: (answers: Answers) => readonly NewFile[];
}

/** The name of the unit without its type. */
export const nameQuestion: Question = {
  id: "name",
  title: "Name of the unit, without its type",
  hint: "backup",
  value: () => "",
  problem: prefixProblem,
};

/** The command of a service. */
export const commandQuestion: Question = {
  id: "command",
  title: "Command to run, with its arguments",
  hint: "/usr/bin/backup --all",
  value: ({ name = "" }) => `/usr/bin/${name}`,
  problem: commandProblem,
};

/** A line that must not be empty. */
export function lineQuestion(id: string, title: string, value: string, problem?: Question["problem"]): Question {
  return { id, title, hint: value, value: () => value, problem: answer => emptyProblem(answer) ?? problem?.(answer) };
}

/** Something like `/srv/data`. */
export function pathProblem(answer: string): string | undefined {
  if (!answer.startsWith("/") && !/^%[htSCELT]/.test(answer)) return "A path starts with /";
  return answer.split("/").includes("..") ? "systemd takes no path with .." : undefined;
}

function commandProblem(answer: string): string | undefined {
  const program =
    answer
      .trim()
      .replace(/^[-@:+!|]+/, "")
      .split(/\s/)[0] ?? "";
  if (program === "") return emptyProblem(answer) ?? "There is a prefix, and no command";
  if (/^\.{0,2}\//.test(program) && !program.startsWith("/")) return "The path of the program must be absolute";
  if (/[;&|<>]$|^[;&|<>]|\s[;&|<>]+\s/.test(answer)) return "systemd starts no shell; write /bin/sh -c '…' for that";
  return program.includes("/") && !program.startsWith("/") ? "The path of the program must be absolute" : undefined;
}

function emptyProblem(answer: string): string | undefined {
  if (answer.trim() === "") return "Something must stand here";
  return /[\r\n]/.test(answer) ? "This must be one line" : undefined;
}
