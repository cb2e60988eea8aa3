/** systemd's policy files, which weigh assessments otherwise. systemd: access_weight() and its like, src/analyze/analyze-security.c */
import { exposureRows } from "./table.ts";

/** What a policy says of one assessment. */
export interface PolicyItem {
  /** 0 leaves the assessment out. */
  readonly weight?: number;
  readonly range?: number;
  readonly description_good?: string;
  readonly description_bad?: string;
  readonly description_na?: string;
}

/** By the JSON name of the assessment. */
export type Policy = ReadonlyMap<string, PolicyItem>;

/** Reads a policy; fields of a wrong type count for nothing, as in systemd. Throws a SyntaxError where it is no JSON object. */
export function parsePolicy(text: string): Policy {
  const read: unknown = JSON.parse(text);
  if (!isObject(read)) throw new SyntaxError("a policy is a JSON object");
  return new Map(exposureRows().flatMap(({ field }) => (isObject(read[field]) ? [[field, itemOf(read[field])]] : [])));
}

/** A range of 0 would leave nothing to divide by, on which systemd gives up. */
function itemOf(item: Readonly<Record<string, unknown>>): PolicyItem {
  const { weight, range } = item;
  const texts = ["description_good", "description_bad", "description_na"] as const;
  return {
    ...(isCount(weight) && { weight }),
    ...(isCount(range) && range > 0 && { range }),
    ...Object.fromEntries(texts.flatMap(name => (typeof item[name] === "string" ? [[name, item[name]]] : []))),
  };
}

function isCount(value: unknown): value is number {
  return typeof value === "number" && Number.isInteger(value) && value >= 0;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
