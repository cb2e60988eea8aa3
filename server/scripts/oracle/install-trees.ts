/** Random small roots for the states of unit files: units with and without [Install], aliases, masks, links good and bad, presets. */
import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Manager } from "../../src/model/unit-file-name.ts";
import { Random, seedOf } from "./random.ts";

/** Names that the trees are made of, and that are asked for. */
export const treeNames: readonly string[] = [
  ...["a.service", "b.service", "c.service", "d.socket", "e.target", "f.timer", "g.mount", "h.path"],
  ...["t@.service", "u@.service", "v@.target", "w@.mount"],
  ...["t@x.service", "t@y.service", "u@x.service", "v@x.target", "t-x@x.service"],
];

/** Writes the tree of one index of a seed into a new folder. */
export function writeTree(folder: string, seed: number, index: number, manager: Manager): void {
  const random = new TreeRandom(seedOf(seed, index));
  const placed = (path: string) => path.replace(/systemd\/system(?=[-/])/, `systemd/${manager}`);
  mkdirSync(join(folder, placed("etc/systemd/system/")), { recursive: true });
  const count = 4 + random.below(14);
  for (let i = 0; i < count; i++) {
    const draw = random.pick(draws);
    const { path, text, link } = draw(random);
    put(join(folder, placed(path)), text, link && placed(link));
  }
}

/** Draws the names of one tree from a few, so that its files have to do with one another. */
class TreeRandom extends Random {
  readonly #names = Array.from({ length: 5 }, () => this.pick(treeNames));

  name(): string {
    return this.pick(this.#names);
  }
}

interface Drawn {
  readonly path: string;
  readonly text?: string;
  readonly link?: string;
}

function put(path: string, text: string | undefined, link: string | undefined): void {
  try {
    mkdirSync(dirname(path), { recursive: true });
    if (link !== undefined) symlinkSync(link, path);
    else writeFileSync(path, text ?? "", { flag: "wx" });
  } catch (error) {
    if (!(error instanceof Error && "code" in error && /^(?:EEXIST|ENOTDIR|ENOENT)$/.test(String(error.code))))
      throw error;
  }
}

const mainFolders = ["/etc/systemd/system", "/run/systemd/system", "/usr/lib/systemd/system"] as const;
const rareFolders = [
  ...["/usr/local/lib/systemd/system", "/run/systemd/generator", "/run/systemd/generator.early"],
  ...["/run/systemd/generator.late", "/run/systemd/transient", "/etc/systemd/system.control"],
  ...["/etc/systemd/system.attached", "/run/systemd/system.attached"],
] as const;

function folderOf(random: TreeRandom): string {
  return random.chance(0.85) ? random.pick(mainFolders) : random.pick(rareFolders);
}

const draws: readonly ((random: TreeRandom) => Drawn)[] = [
  unit,
  unit,
  unit,
  vendorUnit,
  vendorUnit,
  alias,
  alias,
  wants,
  wants,
  wants,
  dropIn,
  mask,
  outside,
  outside,
  linked,
  linked,
  stray,
  preset,
];

function unit(random: TreeRandom): Drawn {
  return { path: `${folderOf(random)}/${random.name()}`, text: unitText(random) };
}

function vendorUnit(random: TreeRandom): Drawn {
  return { path: `/usr/lib/systemd/system/${random.name()}`, text: unitText(random) };
}

function alias(random: TreeRandom): Drawn {
  const name = random.name();
  const sameType = treeNames.filter(
    one => one.includes("@") === name.includes("@") && one.slice(-4) === name.slice(-4),
  );
  const target = random.chance(0.6) ? random.pick(sameType) : random.name();
  const to = random.chance(0.4)
    ? target
    : `${random.pick(["", "", "../system/", ...mainFolders.map(folder => `${folder}/`)])}${target}`;
  return { path: `${folderOf(random)}/${name}`, link: to };
}

function wants(random: TreeRandom): Drawn {
  const owner = random.pick(["multi-user.target", "e.target", "t@.service", "t@x.service", "odd"]);
  const suffix = random.pick(["wants", "wants", "wants", "requires", "upholds", "likes"]);
  const name = random.name();
  const path = `${folderOf(random)}/${owner}.${suffix}/${name}`;
  if (random.chance(0.05)) return { path };
  const target = random.chance(0.8) ? name : random.name();
  return { path, link: `${random.pick([...mainFolders, "..", "/opt"])}/${target}` };
}

function dropIn(random: TreeRandom): Drawn {
  const name = random.pick([random.name(), random.name(), random.name(), "service", "t-.service"]);
  return { path: `${folderOf(random)}/${name}.d/${random.pick(["10-x", "20-y"])}.conf`, text: unitText(random) };
}

function mask(random: TreeRandom): Drawn {
  const path = `${folderOf(random)}/${random.name()}`;
  return random.chance(0.6) ? { path, link: random.pick(["/dev/null", "../../../dev/null"]) } : { path };
}

/** What links may lead to. */
function outside(random: TreeRandom): Drawn {
  const path = `${random.pick(["/opt", "/opt", "/run/opt"])}/${random.name()}`;
  if (random.chance(0.6)) return { path, text: unitText(random) };
  return random.chance(0.3) ? { path } : { path, link: `${random.pick([...mainFolders, "/opt"])}/${random.name()}` };
}

function linked(random: TreeRandom): Drawn {
  const name = random.name();
  const target = random.chance(0.7) ? name : random.name();
  return { path: `${folderOf(random)}/${name}`, link: `${random.pick(["/opt", "/opt", "/run/opt"])}/${target}` };
}

function stray(random: TreeRandom): Drawn {
  const name = random.pick(["a", "a.service.old", ".a.service", "b.conf", "c.service~", "t@.servce"]);
  return {
    path: `${folderOf(random)}/${name}`,
    link: `${random.pick(["..", ...mainFolders])}/${random.name()}`,
  };
}

function preset(random: TreeRandom): Drawn {
  const folder = random.pick(["/etc", "/run", "/usr/local/lib", "/usr/lib"]);
  const lines = Array.from({ length: random.below(5) }, () => presetLine(random));
  return {
    path: `${folder}/systemd/system-preset/${random.pick(["10-a", "50-b", "90-c"])}.preset`,
    text: lines.join(""),
  };
}

function presetLine(random: TreeRandom): string {
  const word = random.pick(["enable", "enable", "disable", "disable", "ignore", "Enable", "enabled", "# enable"]);
  const patterns = [
    "*",
    "*.service",
    "?.service",
    "[a-c].*",
    "[!a-c].*",
    "t@*",
    "t@.service",
    "u@.service x y",
    "a.service b",
  ];
  const pattern = random.chance(0.5) ? random.name() : random.pick([...patterns, "[[:alpha:]].*", "[b", "d.s*t"]);
  return `${random.pick(["", "", "  "])}${word}${random.pick([" ", "\t", "  "])}${pattern}\n`;
}

function unitText(random: TreeRandom): string {
  const lines = random.chance(0.35)
    ? []
    : ["[Install]", ...Array.from({ length: 1 + random.below(3) }, () => installLine(random))];
  if (random.chance(0.02)) lines.push("[Broken");
  if (random.chance(0.04)) lines.push("[Unit]", "WantedBy=e.target");
  return `[Unit]\nDescription=x\n${lines.map(line => `${line}\n`).join("")}`;
}

function installLine(random: TreeRandom): string {
  const name = random.name();
  const odd = random.chance(0.08);
  const key = random.pick([
    "WantedBy",
    "WantedBy",
    "RequiredBy",
    "UpheldBy",
    "Alias",
    "Alias",
    "Also",
    "DefaultInstance",
  ]);
  if (key === "DefaultInstance")
    return `DefaultInstance=${odd ? random.pick(["", "a b", "%z", "%i", "a/b"]) : random.pick(["x", "y"])}`;
  if (key === "Also")
    return `Also=${odd ? random.pick(["", "nothing", "%p.service", "%z.service", "t@%i.service", '"']) : name}`;
  if (key === "Alias")
    return `Alias=${odd ? random.pick(["", "nothing", "%p.service", '"a.service', "'b.service'"]) : name}`;
  return `${key}=${odd ? random.pick(["", '"', 'e.target "x', "nothing"]) : "e.target"}`;
}
