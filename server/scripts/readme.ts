/** Keeps the report that the README shows what the linter really says. */
import { readFileSync } from "node:fs";
import { report } from "./report.ts";

const COMMAND = "$ npx unitlint ";

/** The README of a repository with its report of an example made anew. */
export function withReport(repository: string): string {
  const readme = readFileSync(`${repository}/README.md`, "utf8");
  const block = /^(\$ npx unitlint (fixtures\/\S+)\n)[\s\S]*?(?=^```)/m.exec(readme);
  if (block === null)
    throw new Error(`README.md shows no report: a console block that starts with ${COMMAND}fixtures/…`);
  const [old, command = "", path = ""] = block;
  return readme.replace(old, () => `${command}${report({ [path]: readFileSync(`${repository}/${path}`, "utf8") })}`);
}
