/** The reporters by format; all but the two that most runs use are loaded when they are asked for. */
import type { LintFormat } from "./formats.ts";
import { humanReporter } from "./human.ts";
import { jsonReporter } from "./json.ts";
import type { Reporter } from "./reporter.ts";

/** The one for a format. */
export async function reporterFor(format: LintFormat): Promise<Reporter<string | Iterable<string>>> {
  return await loaders[format]();
}

type Loader = () => Reporter<string | Iterable<string>> | Promise<Reporter<string | Iterable<string>>>;

const loaders: Readonly<Record<LintFormat, Loader>> = {
  human: () => humanReporter,
  json: () => jsonReporter,
  compact: async () => (await import("./compact.ts")).compactReporter,
  ndjson: async () => (await import("./ndjson.ts")).ndjsonReporter,
  sarif: async () => (await import("./sarif.ts")).sarifReporter,
  github: async () => (await import("./github.ts")).githubReporter,
  gitlab: async () => (await import("./gitlab.ts")).gitlabReporter,
  checkstyle: async () => (await import("./checkstyle.ts")).checkstyleReporter,
  junit: async () => (await import("./junit.ts")).junitReporter,
  teamcity: async () => (await import("./teamcity.ts")).teamcityReporter,
  azure: async () => (await import("./azure.ts")).azureReporter,
};
