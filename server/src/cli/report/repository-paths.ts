/** Paths as services show them: relative to the checkout that they know. */
import { absolutePath } from "../../platform/process.ts";
import type { Environment } from "../terminal.ts";

/** Variables that hold the absolute path of the checkout: GitHub Actions, GitLab CI, Azure Pipelines, TeamCity, Jenkins. */
const checkouts = [
  "GITHUB_WORKSPACE",
  "CI_PROJECT_DIR",
  "BUILD_SOURCESDIRECTORY",
  "TEAMCITY_BUILD_CHECKOUTDIR",
  "WORKSPACE",
];

/** Turns a path into one relative to the checkout around this folder, without a checkout to this folder; a path outside stays absolute. */
export function repositoryPaths(env: Environment): (path: string) => string {
  const here = absolutePath(".");
  const known = checkouts.flatMap(name => env[name] ?? []).map(absolutePath);
  const base = known.find(folder => isBelow(here, folder)) ?? here;
  return path => {
    if (/^<.*>$/.test(path)) return path;
    const absolute = absolutePath(path);
    return isBelow(absolute, base) ? absolute.slice(base === "/" ? 1 : base.length + 1) || "." : absolute;
  };
}

function isBelow(path: string, folder: string): boolean {
  return path === folder || folder === "/" || path.startsWith(`${folder}/`);
}
