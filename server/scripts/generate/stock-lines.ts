/** Of a unit that systemd ships, the lines that decide how it loads and what it depends on. */

import { GeneratorStop } from "./stop.ts";

/** What the templates of units (`*.service.in`) are filled with, for a usual build. */
export interface Build {
  /** Conditions that hold: `ENABLE_LOGIND`; all others do not. */
  readonly holds: ReadonlySet<string>;
  /** What placeholders in kept lines stand for. */
  readonly fills: ReadonlyMap<string, string>;
}

/**
 * A unit file or drop-in with nothing but those lines, the lists of names of one directive joined to one line and commands shortened
 * to one that always loads. Stops at a placeholder in a kept line that the build does not fill.
 */
export function stockLines(text: string, build: Build): string {
  const sections = new Map<string, Map<string, string[]>>();
  let section = "";
  for (const line of logicalLines(withoutConditions(text, build))) {
    const [, header, key = "", value = ""] = /^(?:\[(.+)\]|([^=]+?)\s*=\s*(.*))$/.exec(line) ?? [];
    if (header !== undefined) section = header;
    else if (isKept(section, key))
      addLine(sections, section, key, commandKeys.has(key) ? "/bin/true" : filled(value, build));
  }
  return [...sections].map(([name, lines]) => `[${name}]\n${shortened(lines)}`).join("");
}

/** Directives with which a unit starts others or is ordered, and what decides whether it may be started. */
const unitKeys =
  wordsOf(`Requires Requisite Wants BindsTo PartOf Upholds Conflicts Before After OnFailure OnSuccess PropagatesReloadTo
  ReloadPropagatedFrom PropagatesStopTo StopPropagatedFrom JoinsNamespaceOf RequiresMountsFor WantsMountsFor DefaultDependencies
  AllowIsolate IgnoreOnIsolate RefuseManualStart RefuseManualStop StopWhenUnneeded SuccessAction FailureAction`);

/** Settings of processes from which dependencies follow. */
const execKeys =
  wordsOf(`WorkingDirectory RootDirectory RootImage RootMStack RuntimeDirectory StateDirectory CacheDirectory LogsDirectory
  ConfigurationDirectory PrivateTmp DynamicUser LogNamespace StandardInput StandardOutput StandardError Slice ManagedOOMSwap
  ManagedOOMMemoryPressure`);

const commandKeys = wordsOf("ExecStart ExecStop ExecStartPre ExecStartPost ExecStopPre ExecStopPost");

const ownKeys: Readonly<Record<string, ReadonlySet<string>>> = {
  Unit: unitKeys,
  Install: wordsOf("Alias WantedBy RequiredBy UpheldBy Also DefaultInstance"),
  Service: new Set([...execKeys, ...wordsOf("Type BusName Sockets RemainAfterExit ExecStart ExecStop")]),
  Socket: new Set([...execKeys, ...commandKeys, ...wordsOf("Accept Service BindToDevice")]),
  Mount: new Set([...execKeys, ...wordsOf("What Where Type Options")]),
  Swap: new Set([...execKeys, ...wordsOf("What Options")]),
  Automount: wordsOf("Where"),
  Timer: wordsOf("Unit Persistent"),
  Path: wordsOf("Unit"),
  Slice: wordsOf("ManagedOOMSwap ManagedOOMMemoryPressure"),
};

/** What starts a timer or path and what a socket listens on: each line stands for itself. */
const triggerKeys: Readonly<Record<string, RegExp>> = {
  Socket: /^Listen/,
  Timer: /^On[A-Z]/,
  Path: /^(?:Path|DirectoryNotEmpty)/,
};

function isKept(section: string, key: string): boolean {
  return ownKeys[section]?.has(key) === true || triggerKeys[section]?.test(key) === true;
}

/** Directives that hold words and add up. */
const listKeys = new Set(
  [...unitKeys]
    .filter(key => !/^(?:Default|Allow|Ignore|Refuse|Stop(?!P)|Success|Failure)/.test(key))
    .concat(
      ...wordsOf(
        "RuntimeDirectory StateDirectory CacheDirectory LogsDirectory ConfigurationDirectory Sockets Alias WantedBy",
      ),
      ...wordsOf("RequiredBy UpheldBy Also"),
    ),
);

function addLine(sections: Map<string, Map<string, string[]>>, section: string, key: string, value: string): void {
  if (value === "") throw new GeneratorStop(`a unit clears ${key}=, which stock-lines.ts does not follow`);
  const lines = sections.get(section) ?? new Map<string, string[]>();
  sections.set(section, lines.set(key, [...(lines.get(key) ?? []), value]));
}

function shortened(lines: ReadonlyMap<string, readonly string[]>): string {
  return [...lines]
    .flatMap(([key, values]) => {
      if (commandKeys.has(key)) return key === "ExecStop" && lines.has("ExecStart") ? [] : [`${key}=${values[0]}\n`];
      return listKeys.has(key) ? [`${key}=${values.join(" ")}\n`] : values.map(value => `${key}=${value}\n`);
    })
    .join("");
}

/** Lines without comments and empty ones, continued lines joined. */
function logicalLines(text: string): string[] {
  const lines = text.split("\n").filter(line => !/^\s*[#;]/.test(line));
  return lines
    .join("\n")
    .replace(/\\\n\s*/g, " ")
    .split("\n")
    .map(line => line.trim())
    .filter(line => line !== "");
}

/** Takes out what `{% if … %}` excludes in this build; such blocks do not nest. */
function withoutConditions(text: string, { holds }: Build): string {
  return text.replace(
    /^\{% if (not )?(\w+) %\}\n([\s\S]*?)^\{% endif %\}\n/gm,
    (_, not: string | undefined, name: string, lines: string) => (holds.has(name) === (not === undefined) ? lines : ""),
  );
}

function filled(value: string, { fills }: Build): string {
  return value.replace(/\{\{\s*(.*?)\s*\}\}/g, (written, name: string) => {
    const fill = fills.get(name);
    if (fill === undefined)
      throw new GeneratorStop(`a unit holds ${written}: add it to the usual build in stock-units.ts`);
    return fill;
  });
}

function wordsOf(text: string): ReadonlySet<string> {
  return new Set(text.split(/\s+/));
}
