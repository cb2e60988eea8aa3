/** The pieces of command lines and conditions, and the one that is being written. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { signatureHelp } from "../../server/src/features/signature-help.ts";
import { type MarkedOptions, marked } from "../support/marked.ts";

/** The signature with `«»` around the piece that the cursor is in; undefined where there is none. */
function checkSignature(text: string, expected: string | undefined, options?: MarkedOptions): void {
  const { snapshot, uri, offset } = marked(text, options);
  const help = signatureHelp(snapshot, uri, offset);
  const signature = help?.signatures[help.active];
  const span = signature?.parameters[signature.active]?.span;
  const shown = signature && span && mark(signature.label, span.start, span.end);
  assert.equal(shown, expected, text);
}

function mark(label: string, start: number, end: number): string {
  return `${label.slice(0, start)}«${label.slice(start, end)}»${label.slice(end)}`;
}

test("command lines", () => {
  checkSignature("[Service]\nExecStart=<|>", "ExecStart=[-@:+!|]«PROGRAM» ARGUMENT…");
  checkSignature("[Service]\nExecStart=<|>-/bin/x", "ExecStart=«[-@:+!|]»PROGRAM ARGUMENT…");
  checkSignature("[Service]\nExecStart=-/bi<|>n/x", "ExecStart=[-@:+!|]«PROGRAM» ARGUMENT…");
  checkSignature("[Service]\nExecStart=/bin/x <|>", "ExecStart=[-@:+!|]PROGRAM «ARGUMENT…»");
  checkSignature("[Service]\nExecStart=/bin/x 'a b' c<|>", "ExecStart=[-@:+!|]PROGRAM «ARGUMENT…»");
  checkSignature("[Service]\nExecStart=@-/bin/x <|>", "ExecStart=[-@:+!|]PROGRAM «ARGV0» ARGUMENT…");
  checkSignature("[Service]\nExecStart=@/bin/x a b<|>", "ExecStart=[-@:+!|]PROGRAM ARGV0 «ARGUMENT…»");
  checkSignature("[Service]\nExecStart=/bin/x a ; /b<|>", "ExecStart=[-@:+!|]«PROGRAM» ARGUMENT…");
  checkSignature("[Service]\nExecStart=/bin/x \\\n # why\n  a<|>", "ExecStart=[-@:+!|]PROGRAM «ARGUMENT…»");
  checkSignature("[Service]\nExecStart=|echo a<|>", "ExecStart=[-@:+!|]«COMMAND…»");
  checkSignature("[Service]\nExecStop=/bin/x<|>", "ExecStop=[-@:+!]«PROGRAM» ARGUMENT…", { version: 252 });
});

test("conditions", () => {
  checkSignature("[Unit]\nConditionPathExists=<|>", "ConditionPathExists=[|][!]«PATH»");
  checkSignature("[Unit]\nConditionPathExists=<|>|!/x", "ConditionPathExists=«[|]»[!]PATH");
  checkSignature("[Unit]\nConditionPathExists=|<|>!/x", "ConditionPathExists=[|]«[!]»PATH");
  checkSignature("[Unit]\nAssertMemory=<|>", "AssertMemory=[|][!]«[OPERATOR]»SIZE");
  checkSignature("[Unit]\nAssertMemory=!>= 4<|>", "AssertMemory=[|][!][OPERATOR]«SIZE»");
  checkSignature("[Unit]\nConditionVersion=<|>", "ConditionVersion=[|][!]«[SOFTWARE]» <OPERATOR><VERSION> …");
  checkSignature("[Unit]\nConditionVersion=kernel <|>", "ConditionVersion=[|][!][SOFTWARE] «<OPERATOR>»<VERSION> …");
  checkSignature("[Unit]\nConditionVersion=kernel >=6<|>", "ConditionVersion=[|][!][SOFTWARE] <OPERATOR>«<VERSION> …»");
  checkSignature(
    "[Unit]\nConditionMemoryPressure=a.slice:5%<|>",
    "ConditionMemoryPressure=[|][!][SLICE:]«PERCENTAGE»[/SPAN]",
  );
  checkSignature("[Unit]\nConditionMemoryPressure=5%/<|>", "ConditionMemoryPressure=[|][!][SLICE:]PERCENTAGE«[/SPAN]»");
  checkSignature("[Unit]\nConditionOSRelease=ID=<|>", "ConditionOSRelease=[|][!]<FIELD><OPERATOR>«<VALUE>» …");
  checkSignature("[Unit]\nConditionCPUFeature=arm64.b<|>", "ConditionCPUFeature=[|][!][ARCHITECTURE.]«FEATURE»");
  checkSignature("[Unit]\nConditionUser=<|>", "ConditionUser=[|][!]«USER»");
});

test("several forms of one condition", () => {
  const form = "ConditionFirmware=[|][!]smbios-field(FIELD OPERATOR VALUE)";
  checkSignature("[Unit]\nConditionFirmware=<|>", "ConditionFirmware=[|][!]«uefi»");
  checkSignature("[Unit]\nConditionFirmware=smb<|>", form.replace("FIELD", "«FIELD»"));
  checkSignature("[Unit]\nConditionFirmware=smbios-field(sys_vendor <|>", form.replace("OPERATOR", "«OPERATOR»"));
  checkSignature("[Unit]\nConditionFirmware=smbios-field(sys_vendor = Q<|>)", form.replace("VALUE", "«VALUE»"));
});

test("nothing where neither is written", () => {
  checkSignature("[Service]\nType=<|>", undefined);
  checkSignature("[Service]\nExecSt<|>art=/bin/x", undefined);
  checkSignature("[Service]\nExecStart=/bin/x \\\n# a <|>\n b", undefined);
  checkSignature("[Timer]\nExecStart=/bin/x<|>", undefined);
});
