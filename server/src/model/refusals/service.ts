/** What makes systemd refuse a service. systemd: service_verify(), src/core/service.c */
import { assignmentPlace } from "../place.ts";
import { flagOf, isSet, lastOf, textOf } from "../reading.ts";
import { serviceType } from "../service.ts";
import type { PlacedAssignment, Settings } from "../setting.ts";
import { clearingLine, lostAttempts } from "./lost-lines.ts";
import type { Check, Found, RelatedAssignment, Subject } from "./problem.ts";

/** In systemd's order. */
export const serviceChecks: readonly Check[] = [
  {
    check: "missing-exec-start",
    verdict: "refuses",
    reads: ["Unit.SuccessAction"],
    find: subject =>
      commands(subject, "ExecStart").length === 0 &&
      commands(subject, "ExecStop").length === 0 &&
      !hasSuccessAction(subject)
        ? withoutStart(
            subject,
            "The service has nothing to run: neither ExecStart= nor ExecStop= nor SuccessAction= is set",
          )
        : undefined,
  },
  {
    check: "missing-exec-start",
    verdict: "refuses",
    reads: ["Service.Type"],
    find: subject =>
      typeOf(subject) !== "oneshot" && commands(subject, "ExecStart").length === 0
        ? withoutStart(subject, `Only Type=oneshot may go without ExecStart=, but ${typeTold(subject)}`)
        : undefined,
  },
  {
    check: "missing-exec-start",
    verdict: "refuses",
    reads: ["Unit.SuccessAction", "Service.RemainAfterExit"],
    find: subject =>
      !flagOf(subject.settings, "Service", "RemainAfterExit", false) &&
      commands(subject, "ExecStart").length === 0 &&
      !hasSuccessAction(subject)
        ? withoutStart(subject, "Without ExecStart=, a service needs RemainAfterExit=yes or SuccessAction=")
        : undefined,
  },
  { check: "duplicate-exec-start", verdict: "refuses", reads: ["Service.Type"], find: severalCommands },
  {
    check: "oneshot-restart",
    verdict: "refuses",
    reads: ["Service.Type"],
    find: subject => besideOneshot(subject, "Restart", value => ["always", "on-success"].includes(value), "on-failure"),
  },
  // RHEL 8 calls its systemd 239 and has allowed it since 8.7: redhat-plumbers/systemd-rhel8#284
  {
    check: "oneshot-restart",
    verdict: "refuses",
    until: 243,
    reads: ["Service.Type"],
    find: subject => (subject.version === 239 ? undefined : besideOneshot(subject, "Restart", isLaterAllowed, "no")),
  },
  {
    check: "oneshot-restart",
    verdict: "refuses",
    until: 255,
    reads: ["Service.Type"],
    find: subject => besideOneshot(subject, "RestartForceExitStatus", value => value !== ""),
  },
  {
    check: "oneshot-restart",
    verdict: "refuses",
    reads: ["Service.Type"],
    find: subject => besideOneshot(subject, "ExitType", value => value === "cgroup", "main"),
  },
  {
    check: "missing-bus-name",
    verdict: "refuses",
    find({ settings, unit }) {
      const at = lastOf(settings, "Service", "Type");
      if (at?.parsed?.value !== "dbus" || isSet(settings, "Service", "BusName")) return undefined;
      return {
        message: "Type=dbus needs BusName=, the name that the service takes on the bus",
        at,
        because: lostAttempts(unit, "Service", ["BusName"]),
      };
    },
  },
];

/** Each command with its line; several may stand in one. */
function commands({ settings }: Subject, name: string): readonly PlacedAssignment[] {
  return (settings.of("Service", name)?.effective ?? []).flatMap(at => {
    const value = at.parsed?.value;
    return Array.isArray(value) ? value.map(() => at) : [at];
  });
}

function hasSuccessAction({ settings }: Subject): boolean {
  return (textOf(settings, "Unit", "SuccessAction") ?? "none") !== "none";
}

/** Type=, or what it comes out as. */
export function typeOf({ settings, version }: Subject): string {
  return serviceType(settings, version);
}

function withoutStart(subject: Subject, message: string): Found {
  const at = clearingLine(subject.unit, "Service", ["ExecStart"]);
  const because = [
    ...lostAttempts(subject.unit, "Service", ["ExecStart", "ExecStop", "Exec"]),
    ...lostAttempts(subject.unit, "Unit", ["SuccessAction"]),
  ];
  return {
    message:
      at === undefined ? message : "This empty ExecStart= leaves the service no command; write the new one below it",
    at: at ?? "Service",
    because,
    related: relatedType(subject.settings),
  };
}

/** `this one is Type=notify`, with the reason where no line says so. */
function typeTold(subject: Subject): string {
  const { settings } = subject;
  const type = typeOf(subject);
  if (lastOf(settings, "Service", "Type") !== undefined) return `this service is Type=${type}`;
  const reason = type === "dbus" ? "BusName= makes" : type === "exec" ? "its credentials make" : "by default";
  return type === "simple" ? "this service is Type=simple by default" : `${reason} this service Type=${type}`;
}

function relatedType(settings: Settings): readonly RelatedAssignment[] {
  const at = lastOf(settings, "Service", "Type");
  return at === undefined ? [] : [{ at, message: "the type of the service" }];
}

function severalCommands(subject: Subject): Found | undefined {
  const [first, second, ...more] = commands(subject, "ExecStart");
  if (first === undefined || second === undefined || typeOf(subject) === "oneshot") return undefined;
  const type = lastOf(subject.settings, "Service", "Type");
  const elsewhere = first.file !== second.file;
  const hint = elsewhere ? "; to replace the first one, clear it with an empty ExecStart=" : "";
  return {
    message: `Only Type=oneshot may have several ExecStart= commands, but ${typeTold(subject)}${hint}`,
    at: second,
    part: "key",
    because: [second, ...more].every(at => at === first) && isMeantForShell(second) ? [assignmentPlace(second)] : [],
    related: [
      ...(first === second ? [] : [{ at: first, message: "the first command" }]),
      ...relatedType(subject.settings),
    ],
    remedies: [
      ...(elsewhere
        ? [{ title: "Clear the list with an empty ExecStart= first", at: second, write: { before: "ExecStart=" } }]
        : []),
      ...(type === undefined || elsewhere
        ? []
        : [{ title: "Write Type=oneshot", at: type, write: { value: "oneshot" } }]),
    ],
  };
}

/** A ; in a line of shell makes no second command. */
function isMeantForShell({ parsed }: PlacedAssignment): boolean {
  return parsed?.problems.some(({ rule }) => rule === "shell-syntax-in-exec") === true;
}

/** Of later releases. */
function isLaterAllowed(restart: string): boolean {
  return ["on-failure", "on-abnormal", "on-abort", "on-watchdog"].includes(restart);
}

/** A setting that a oneshot service must not have. */
function besideOneshot(
  subject: Subject,
  name: string,
  isWrong: (value: string) => boolean,
  better?: string,
): Found | undefined {
  const { settings } = subject;
  const at = settings
    .of("Service", name)
    ?.effective.findLast(({ parsed }) => typeof parsed?.value === "string" && isWrong(parsed.value));
  if (at === undefined || typeOf(subject) !== "oneshot") return undefined;
  const written = better === undefined ? `${name}=` : `${name}=${at.parsed?.value}`;
  const implied = lastOf(settings, "Service", "Type") === undefined ? ", which a service without ExecStart= is" : "";
  return {
    message: `${written} is not allowed with Type=oneshot${implied}${better === undefined ? "" : `; write ${name}=${better}`}`,
    at,
    related: relatedType(settings),
    remedies: better === undefined ? [] : [{ title: `Write ${name}=${better}`, at, write: { value: better } }],
  };
}
