/** Which file interpreters are told to run. */
import type { Program } from "./programs.ts";

/** The file that an interpreter is certain to run: the first word that is no option, if its ending says so; not what it may find in $PATH. */
export function scriptArgument({ name, args }: Pick<Program, "name" | "args">): string | undefined {
  const row = interpreters.find(({ names }) => names.test(name));
  if (row === undefined) return undefined;
  const { ending, searches } = row;
  const at = args.findIndex(word => !word.startsWith("-") || /^-[mc]$/.test(word));
  const script = args[at];
  if (searches === "always" && script?.includes("/") === false) return undefined;
  if (searches === "with -S" && args.slice(0, Math.max(at, 0)).some(word => /^-[a-zA-Z]*S/.test(word)))
    return undefined;
  return script !== undefined && /^(?:\.{1,2}\/|~\/)?[\w.-][\w./-]*$/.test(script) && ending.test(script)
    ? script
    : undefined;
}

interface Interpreter {
  readonly names: RegExp;
  readonly ending: RegExp;
  /** Whether it looks for names without a folder in $PATH. */
  readonly searches?: "with -S" | "always";
}

/** sh is bash in places, which searches; dash and zsh do not. */
const interpreters: readonly Interpreter[] = [
  { names: /^(?:python|pypy)[\d.]*$/, ending: /\.pyc?$/ },
  { names: /^(?:node|nodejs|bun)$/, ending: /\.[cm]?[jt]s$/ },
  { names: /^perl$/, ending: /\.p[lm]$/, searches: "with -S" },
  { names: /^ruby[\d.]*$/, ending: /\.rb$/, searches: "with -S" },
  { names: /^php[\d.]*$/, ending: /\.php$/ },
  { names: /^java$/, ending: /\.jar$/ },
  { names: /^(?:sh|bash)$/, ending: /\.(?:ba)?sh$/, searches: "always" },
  { names: /^(?:dash|zsh)$/, ending: /\.z?sh$/ },
];
