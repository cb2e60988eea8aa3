/** `unitlint.newUnit`: a unit, or two that belong together, from a template. */
import * as vscode from "vscode";
import { attempt } from "../ask.ts";
import type { Services } from "../services.ts";
import { templates } from "../templates/index.ts";
import type { Answers, Question, Template } from "../templates/template.ts";
import { folderFor, makeFiles } from "./files.ts";

/** The command; its argument is a folder, or a file in it. */
export function registerNewUnit(services: Services): vscode.Disposable {
  return vscode.commands.registerCommand("unitlint.newUnit", (given?: unknown) =>
    attempt(services, () => newUnit(given instanceof vscode.Uri ? given : undefined)),
  );
}

async function newUnit(given: vscode.Uri | undefined): Promise<void> {
  const template = await pickTemplate();
  if (template === undefined) return;
  const answers = await askAll(template);
  if (answers === undefined) return;
  const folder = await folderFor(given, "Folder of the new unit");
  if (folder !== undefined) await makeFiles(folder, template.files(answers));
}

async function pickTemplate(): Promise<Template | undefined> {
  const items = templates.map(template => ({ template, label: template.label, detail: template.detail }));
  const options = { title: "New Unit", placeHolder: "What is it to be?", matchOnDetail: true };
  return (await vscode.window.showQuickPick(items, options))?.template;
}

/** Undefined as soon as somebody leaves a question. */
async function askAll({ label, questions }: Template): Promise<Answers | undefined> {
  let answers: Answers = {};
  for (const [i, question] of questions.entries()) {
    const answer = await askOne(question, answers, `New Unit: ${label} (${i + 1} of ${questions.length})`);
    if (answer === undefined) return undefined;
    answers = { ...answers, [question.id]: answer.trim() };
  }
  return answers;
}

function askOne(question: Question, answers: Answers, title: string): Thenable<string | undefined> {
  return vscode.window.showInputBox({
    title,
    prompt: question.title,
    placeHolder: question.hint,
    value: question.value(answers),
    ignoreFocusOut: true,
    validateInput: answer => question.problem(answer.trim()),
  });
}
