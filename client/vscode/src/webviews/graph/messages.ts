/** What the graph's page and the extension say to each other. */
import { oneOf, propertiesOf, shortText } from "../read.ts";

/** A unit with its neighbours, or all units of its folder. */
export type GraphScope = "unit" | "all";

/** What the server answers to `unitlint.graphData`. */
export interface GraphPicture {
  readonly unit: string;
  readonly units: readonly GraphUnit[];
  readonly lines: readonly GraphLine[];
  readonly cycles: readonly (readonly string[])[];
  readonly leftOut: number;
  readonly tooLarge: boolean;
  /** Null where it cannot be drawn. */
  readonly svg: string | null;
}

/** One unit. */
export interface GraphUnit {
  readonly name: string;
  readonly type: string;
  readonly note: string;
  readonly own: boolean;
  readonly cyclic: boolean;
  readonly uri?: string;
}

/** One line. */
export interface GraphLine {
  readonly from: string;
  readonly to: string;
  readonly kind: string;
  readonly cyclic: boolean;
  readonly says: string;
}

/** What a page is about, and what it is given back when VS Code starts anew. */
export interface GraphSubject {
  /** The URI of a unit file. */
  readonly uri: string;
  readonly scope: GraphScope;
  /** Another unit of its folder, by name. */
  readonly about?: string;
}

/** From the extension to the page. */
export type GraphShown =
  | { readonly type: "show"; readonly subject: GraphSubject; readonly picture: GraphPicture }
  | { readonly type: "problem"; readonly text: string };

/** From the page to the extension. */
export type GraphAsked =
  | { readonly type: "ready" }
  /** Open the file of a unit. */
  | { readonly type: "open"; readonly name: string }
  /** Draw another unit; without a name, the one that the page began with. */
  | { readonly type: "about"; readonly name?: string }
  | { readonly type: "scope"; readonly scope: GraphScope }
  | { readonly type: "text"; readonly format: GraphFormat };

/** The languages in which a graph can be had as text. */
export type GraphFormat = "mermaid" | "dot";

/** Reads a message of the page; undefined for what makes no sense. */
export function readAsked(message: unknown): GraphAsked | undefined {
  const { type, name, scope, format } = propertiesOf(message);
  const text = shortText(name);
  const known = oneOf(scopes, scope);
  const language = oneOf(["mermaid", "dot"], format);
  if (type === "ready") return { type };
  if (type === "open" && text !== undefined) return { type, name: text };
  if (type === "about") return text === undefined ? { type } : { type, name: text };
  if (type === "scope" && known !== undefined) return { type, scope: known };
  return type === "text" && language !== undefined ? { type, format: language } : undefined;
}

/** Reads what a page kept; undefined where that is nothing to begin with. */
export function readSubject(state: unknown): GraphSubject | undefined {
  const { uri, scope, about } = propertiesOf(propertiesOf(state).subject);
  const [address, name] = [shortText(uri), shortText(about)];
  if (address === undefined) return undefined;
  return { uri: address, scope: oneOf(scopes, scope) ?? "unit", ...(name !== undefined && { about: name }) };
}

const scopes: readonly GraphScope[] = ["unit", "all"];
