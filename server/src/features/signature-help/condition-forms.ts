/** What follows the signs of each kind of condition. */
import type { KindId, SystemdVersion } from "../../catalog/directive.ts";
import type { ValueKind } from "../../values/kind.ts";
import type { Piece } from "./signature.ts";

/** One form of a condition. */
export interface ConditionForm {
  readonly pieces: readonly Piece[];
  /** For each parameter but the first: what is written once the cursor is in it or beyond. */
  readonly starts?: readonly RegExp[];
  /** What a form begins with, where a kind has several. */
  readonly begins?: string;
}

/** The forms of a kind; one parameter with what the kind says of itself where nothing more is known. */
export function formsOf({ id, describe }: ValueKind, version: SystemdVersion): readonly ConditionForm[] {
  if (id === "condition-version" && version < 258) return [kernelVersion];
  return forms[id] ?? [{ pieces: [[names[id] ?? "VALUE", describe]] }];
}

const comparison = "`<` `<=` `=` `!=` `>=` `>`, or `$=` and `!$=` for patterns";
const operator: Piece = ["OPERATOR", comparison];
/** Where no blank stands before what is compared. */
const joined: Piece = ["<OPERATOR>", comparison];
const amountOperator: Piece = ["[OPERATOR]", "`<` `<=` `=` `!=` `>=` `>`; at least, where none is written"];

const kernelVersion: ConditionForm = {
  pieces: [joined, ["<VERSION> …", "of the kernel, such as 6.1; several comparisons must all hold"]],
  starts: [/[<>=]|^\d/],
};

/** What the one parameter is called. */
const names: Readonly<Record<KindId, string>> = {
  "condition-architecture": "ARCHITECTURE",
  "condition-boolean": "BOOLEAN",
  "condition-capability": "CAPABILITY",
  "condition-controllers": "CONTROLLER…",
  "condition-credential": "NAME",
  "condition-glob": "PATTERN",
  "condition-group": "GROUP",
  "condition-host": "HOST",
  "condition-kernel-module": "MODULE",
  "condition-machine-tag": "TAG",
  "condition-path": "PATH",
  "condition-security": "TECHNOLOGY",
  "condition-user": "USER",
  "condition-virtualization": "VIRTUALIZATION",
};

const forms: Readonly<Record<KindId, readonly ConditionForm[]>> = {
  "condition-cpus": [
    { pieces: [amountOperator, ["NUMBER", "how many CPUs the service manager may use"]], starts: [/[<>=]|^\d/] },
  ],
  "condition-memory": [
    { pieces: [amountOperator, ["SIZE", "how much memory there is, such as 4G"]], starts: [/[<>=]|^\d/] },
  ],
  "condition-cpu-feature": [
    {
      pieces: [
        ["[ARCHITECTURE.]", "where features of several architectures have one name"],
        ["FEATURE", "such as sse4_2"],
      ],
      starts: [/\.|^[^.]*$/],
    },
  ],
  "condition-environment": [
    {
      pieces: [
        ["NAME", "a variable of the service manager"],
        ["[=VALUE]", "what it must hold; else it must only be set"],
      ],
      starts: [/=/],
    },
  ],
  "condition-firmware": [
    { begins: "uefi", pieces: [["uefi", "started by UEFI"]] },
    { begins: "device-tree", pieces: [["device-tree", "a device tree is there"]] },
    {
      begins: "device-tree-compatible(",
      pieces: ["device-tree-compatible(", ["NAME", "a machine that the device tree says it is compatible with"], ")"],
    },
    {
      begins: "smbios-field(",
      pieces: [
        "smbios-field(",
        ["FIELD", "a file below /sys/class/dmi/id, such as sys_vendor"],
        " ",
        operator,
        " ",
        ["VALUE", "what it is compared with, in quotes where it holds blanks"],
        ")",
      ],
      starts: [/\([^<>=!$]*[\s<>=!$]/, /[<>=]\s*[^<>=\s]|[<>=]\s+$/],
    },
  ],
  "condition-fraction": [
    {
      pieces: [
        ["[TAG]", "any word; makes the choice of machines independent of others"],
        " ",
        ["PERCENTAGE", "of all machines, such as 30%"],
      ],
      starts: [/\s|^\d/],
    },
  ],
  "condition-kernel-command-line": [
    {
      pieces: [
        ["OPTION", "a word of the kernel's command line"],
        ["[=VALUE]", "what it must be set to; else it must only be there"],
      ],
      starts: [/=/],
    },
  ],
  "condition-os-release": [
    {
      pieces: [
        ["<FIELD>", "of os-release, such as ID or VERSION_ID"],
        joined,
        ["<VALUE>", "what it is compared with"],
        " …",
      ],
      starts: [/[<>=!$][<>=!$]?$|[<>=]/, /[<>=]+[^<>=\s]*$/],
    },
  ],
  "condition-pressure": [
    {
      pieces: [
        ["[SLICE:]", "a slice; else the whole system"],
        ["PERCENTAGE", "how much of the time tasks may wait, such as 10%"],
        ["[/SPAN]", "over 10sec, 1min or 5min; 5min where none is written"],
      ],
      starts: [/:|^\d/, /\//],
    },
  ],
  "condition-version": [
    {
      pieces: [
        ["[SOFTWARE]", "kernel, systemd or glibc; the kernel where none is written"],
        " ",
        joined,
        ["<VERSION> …", "such as 6.1; several comparisons must all hold"],
      ],
      starts: [/^[A-Za-z][\w-]*\s|[<>=!$]|^\d/, /[<>=]+\s*[^<>=\s]|^\d/],
    },
  ],
};
