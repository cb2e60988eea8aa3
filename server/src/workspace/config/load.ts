/** Reads a configuration with all that it extends. */

import type { ConfigLayer, Given } from "../../lint/config/layer.ts";
import { configFinding } from "../../lint/config/mistake.ts";
import type { ConfigNode, ReadConfigText } from "../../lint/config/node.ts";
import { type ConfigKnowledge, readConfig } from "../../lint/config/read.ts";
import { byPlace, type Finding } from "../../lint/finding.ts";
import { SourceFile } from "../../text/source-file.ts";
import { decodeUtf8 } from "../../text/utf8.ts";
import type { FileHost } from "../file-host.ts";
import { folderOf, joinPath, nameIn } from "../path.ts";
import type { FoundConfig } from "./find.ts";

export type { ConfigNode, ReadConfigText } from "../../lint/config/node.ts";

/** What reading configurations takes. */
export interface ConfigSource {
  readonly host: Pick<FileHost, "kind" | "read">;
  readonly knowledge: ConfigKnowledge;
  readonly readJson: ReadConfigText;
  /** Absent until it is wanted, as it takes long to load. */
  readonly readYaml?: ReadConfigText | undefined;
  /** An absolute path as people are shown it. */
  readonly show?: (path: string) => string;
}

/** One configuration. */
export interface LoadedConfig {
  readonly path: string;
  readonly source: SourceFile;
  /** In the order in which they count, the strongest last. */
  readonly layers: readonly ConfigLayer[];
  /** What is wrong with it and what it extends; with an error among them, it cannot be relied on. */
  readonly findings: readonly Finding[];
  /** Changes with the text of any of them. */
  readonly signature: string;
  /** The paths of all files that were read or looked for, itself included. */
  readonly rests: readonly string[];
  /** Whether there is YAML in it that could not be read for want of `readYaml`. */
  readonly wantsYaml: boolean;
}

/** Reads what was found; never fails. */
export function loadConfig({ path, beside }: FoundConfig, source: ConfigSource): LoadedConfig {
  const loading: Loading = { ...source, findings: [], rests: [path], texts: [], trail: [], wantsYaml: false };
  const file = sourceOf(path, source) ?? new SourceFile(shown(path, source), "");
  const layers = layersOf(path, file, loading);
  for (const other of beside) loading.findings.push(besideFinding(other, path, source));
  const { wantsYaml, rests } = loading;
  const signature = JSON.stringify([path, ...beside, ...loading.texts]);
  return { path, source: file, layers, findings: inOrder(loading.findings), signature, rests, wantsYaml };
}

interface Loading extends ConfigSource {
  readonly findings: Finding[];
  readonly rests: string[];
  readonly texts: string[];
  /** The configurations that extend this one, by path. */
  readonly trail: readonly string[];
  wantsYaml: boolean;
}

function layersOf(path: string, file: SourceFile, loading: Loading): readonly ConfigLayer[] {
  const tell = (span: Finding["span"], message: string) =>
    loading.findings.push(configFinding({ file, span, message }));
  loading.texts.push(file.text);
  const isYaml = /\.ya?ml$/.test(path);
  const read = isYaml ? loading.readYaml : loading.readJson;
  if (read === undefined) {
    loading.wantsYaml = true;
    return [];
  }
  const { root, problems } = read(file.text);
  for (const { span, message } of problems) tell(span, message);
  const node = nameIn(path) === "package.json" ? ownKey(root) : root;
  if (node === undefined) return [];
  const { extended, layers, mistakes } = readConfig(node, { file, folder: folderOf(path) }, loading.knowledge);
  for (const { span, message } of mistakes) tell(span, message);
  const inner = { ...loading, trail: [...loading.trail, path] };
  const below = extended.flatMap(given => extendedLayers(given, path, inner));
  loading.wantsYaml ||= inner.wantsYaml;
  return [...below, ...layers];
}

/** By place, those of a file together. */
function inOrder(findings: readonly Finding[]): Finding[] {
  const files = [...new Set(findings.map(({ file }) => file))];
  return files.flatMap(file => findings.filter(finding => finding.file === file).sort(byPlace));
}

function ownKey(root: ConfigNode | undefined): ConfigNode | undefined {
  return root?.kind === "object" ? root.entries.find(({ key }) => key === "unitlint")?.value : undefined;
}

function extendedLayers({ value, file, span }: Given<string>, from: string, loading: Loading): readonly ConfigLayer[] {
  const tell = (message: string) => loading.findings.push(configFinding({ file, span, message }));
  const path = normal(joinPath(folderOf(from), value));
  const cycle = loading.trail.indexOf(path);
  if (cycle >= 0) {
    const round = [...loading.trail.slice(cycle), path].map(path => shown(path, loading)).join(" → ");
    tell(`${value} extends itself: ${round}`);
    return [];
  }
  if (!/\.(?:jsonc?|ya?ml)$/.test(path)) {
    tell(`${value} is no configuration; name a .json, .jsonc, .yaml or .yml file`);
    return [];
  }
  loading.rests.push(path);
  const extended = sourceOf(path, loading);
  if (extended === undefined) tell(`${value} cannot be read: there is no such file`);
  return extended === undefined ? [] : layersOf(path, extended, loading);
}

function sourceOf(path: string, source: ConfigSource): SourceFile | undefined {
  const outcome = source.host.read(path);
  return "bytes" in outcome ? new SourceFile(shown(path, source), decodeUtf8(outcome.bytes)) : undefined;
}

function besideFinding(other: string, path: string, source: ConfigSource): Finding {
  const file = sourceOf(other, source) ?? new SourceFile(shown(other, source), "");
  return configFinding({
    file,
    span: { start: 0, end: file.lineSpan(1).end },
    message: `${nameIn(other)} does not count, as ${nameIn(path)} lies beside it`,
    severity: "warning",
    effect: "only one configuration of a folder counts; put all into one of them",
  });
}

function shown(path: string, { show }: ConfigSource): string {
  return show?.(path) ?? path;
}

/** Without `.` and `..`. */
function normal(path: string): string {
  const parts: string[] = [];
  for (const part of path.split("/")) {
    if (part === ".." && parts.length > 1) parts.pop();
    else if (part !== "." && part !== "..") parts.push(part);
  }
  return parts.join("/") || "/";
}
