/**
 * Conditions on names of the host: users, groups, machines, credentials, variables, modules. Which exist is for the host to know: only what
 * none can be called is told. systemd: condition_test_…(), src/shared/condition.c
 */
import { conditionKind, type JudgeCondition, wrong } from "../condition.ts";
import type { PartKind, ValueKind } from "../kind.ts";
import { isFileName } from "../path.ts";
import { shown } from "../shown.ts";

export const conditionNames: readonly ValueKind[] = [
  conditionKind("condition-user", "a user name, a user ID, or @system", judgeUser, () => ["@system", "root"]),
  conditionKind("condition-group", "a group name or a group ID", judgeAccount("group"), () => ["root"]),
  conditionKind(
    "condition-host",
    "a host name or a pattern for it, a machine ID or a UUID",
    judging("string", /[\s/,:|]/, "a host name or an ID"),
  ),
  conditionKind(
    "condition-machine-tag",
    "a machine tag such as role=web, or a pattern for it",
    judging("string", /[\s:/,|]/, "a machine tag"),
  ),
  conditionKind(
    "condition-credential",
    "the name of a credential",
    judging("string", /[/:\u0000-\u001f\u007f-\u{10ffff}]/u, "the name of a credential"),
  ),
  conditionKind("condition-environment", "a variable's name, or an assignment such as LANG=C", judgeVariable),
  conditionKind(
    "condition-kernel-command-line",
    "an option of the kernel, such as quiet or root=/dev/sda1",
    judgeOption,
  ),
  conditionKind("condition-kernel-module", "the name of a kernel module", judgeModule),
];

/** Judges a text in which some characters have no place. */
function judging(kind: PartKind, unfit: RegExp, noun: string): JudgeCondition {
  return text => {
    const found = unfit.exec(text.text);
    if (found === null) return { parts: [{ kind, span: text.span() }] };
    const character = /\s/.test(found[0]) ? "A blank" : shown(found[0]);
    return wrong(`${character} cannot be part of ${noun}`, text.span(found.index, found.index + found[0].length));
  };
}

/** IDs are decimal; two of them stand for no user at all. */
function judgeAccount(kind: "user" | "group"): JudgeCondition {
  const judgeName = judging(kind, /[\s/:,|]/, `the name of a ${kind}`);
  return (text, at) => {
    if (/^[0-9]+$/.test(text.text)) {
      const none =
        ["65535", "4294967295"].includes(text.text) || Number(text.text) > 0xffffffff || /^0./.test(text.text);
      return none
        ? wrong(`${shown(text.text)} is the ID of no ${kind}`, text.span())
        : { parts: [{ kind, span: text.span() }] };
    }
    if (text.text.startsWith("@")) return wrong(`${shown(text.text)} is no ${kind}`, text.span());
    return judgeName(text, at);
  };
}

function judgeUser(...[text, at]: Parameters<JudgeCondition>): ReturnType<JudgeCondition> {
  if (text.text === "@system") return { parts: [{ kind: "keyword", span: text.span() }] };
  if (text.text.startsWith("@"))
    return wrong(`${shown(text.text)} is no user; the one special word is @system`, text.span(), "@system");
  return judgeAccount("user")(text, at);
}

function judgeVariable(text: Parameters<JudgeCondition>[0]): ReturnType<JudgeCondition> {
  const name = /^[^=]*/.exec(text.text)?.[0] ?? "";
  const span = text.span(0, name.length);
  if (/^[A-Za-z_][A-Za-z0-9_]*$/.test(name)) return { parts: [{ kind: "variable-name", span }] };
  const bare = /^\$\{?([A-Za-z_][A-Za-z0-9_]*)\}?$/.exec(name)?.[1];
  return wrong(`${name === "" ? "Nothing" : shown(name)} is no name of a variable`, span, bare);
}

/** One word, or an assignment, which may have been quoted. */
function judgeOption(text: Parameters<JudgeCondition>[0]): ReturnType<JudgeCondition> {
  const start = text.text.includes("=") ? -1 : text.text.search(/\s/);
  if (start < 0) return { parts: [{ kind: "string", span: text.span() }] };
  return wrong("One condition takes one option of the kernel; write a line for each", text.span(start, start + 1));
}

function judgeModule(text: Parameters<JudgeCondition>[0]): ReturnType<JudgeCondition> {
  const ending = /\.ko(?:\.\w+)?$/.exec(text.text);
  const bare = ending === null ? undefined : text.text.slice(text.text.lastIndexOf("/") + 1, ending.index);
  if (bare !== undefined) return wrong("Modules are named without their folder and .ko", text.span(), bare);
  if (isFileName(text.text) && !/\s/.test(text.text)) return { parts: [{ kind: "string", span: text.span() }] };
  return wrong(`${shown(text.text)} is no name of a kernel module`, text.span());
}
