/** Whether a log is SARIF 2.1.0: judged by the schema of OASIS, as the package for Jest ships it. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { Ajv, type ErrorObject } from "ajv";

/** Fails with what is wrong. */
export function assertSarif(log: unknown): void {
  assert.deepEqual(sarifErrors(log), []);
}

/** What the schema has against it. */
export function sarifErrors(log: unknown): readonly ErrorObject[] {
  const formats = { uri: /^[a-z][a-z0-9+.-]*:/, "uri-reference": /^[^\s<>"\\^`{|}]*$/, "date-time": /^\d{4}-/ };
  const conforms = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false, formats }).compile(schema());
  conforms(log);
  return conforms.errors ?? [];
}

/** Of draft 04, in which only the name of its own name differs here. */
function schema() {
  const path = createRequire(import.meta.url).resolve("@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json");
  const { id: _, $schema: __, ...rest } = JSON.parse(readFileSync(path, "utf8"));
  return rest;
}
