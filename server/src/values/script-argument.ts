/** Which file interpreters are told to run. */
import type { Program } from "./programs.ts";

/** The file that an interpreter is certain to run: the first word that is no option, if its ending says so. */
export function scriptArgument({ name, args }: Pick<Program, "name" | "args">): string | undefined {
  const ending = interpreters.find(({ names }) => names.test(name))?.ending;
  if (ending === undefined) return undefined;
  const at = args.findIndex(word => !word.startsWith("-") || /^-[mc]$/.test(word));
  const script = args[at];
  return script !== undefined && /^(?:\.{1,2}\/|~\/)?[\w.-][\w./-]*$/.test(script) && ending.test(script)
    ? script
    : undefined;
}

const interpreters: readonly { readonly names: RegExp; readonly ending: RegExp }[] = [
  { names: /^(?:python|pypy)[\d.]*$/, ending: /\.pyc?$/ },
  { names: /^(?:node|nodejs|bun)$/, ending: /\.[cm]?[jt]s$/ },
  { names: /^perl$/, ending: /\.p[lm]$/ },
  { names: /^ruby[\d.]*$/, ending: /\.rb$/ },
  { names: /^php[\d.]*$/, ending: /\.php$/ },
  { names: /^java$/, ending: /\.jar$/ },
  { names: /^(?:sh|bash|dash|zsh)$/, ending: /\.(?:ba|z)?sh$/ },
];
