/** Sockets whose service does not exist. */
import { isAlone, missingTrigger } from "../lint/missing-trigger.ts";
import { defineRule, type PlaceReport } from "../lint/rule.ts";
import { assignmentPlace, sectionPlace } from "../model/place.ts";
import { lastOf } from "../model/reading.ts";
import { acceptsConnections } from "../model/socket.ts";
import type { Unit } from "../model/unit.ts";
import type { UnitSet } from "../model/unit-set.ts";

export const socketWithoutService = defineRule({
  id: "socket-without-service",
  category: "correctness",
  severity: "error",
  systemd: "refuses",
  since: "0.1.0",
  summary: "A socket has no service to hand its connections to",
  why: `A socket starts the service of its own name, or the one that Service= names; with Accept=yes it starts an instance of the template of
its own name for each connection. Where that is not there, systemd refuses to start the socket. A socket that lies alone is left in
peace, as its service may come from elsewhere.`,
  examples: [
    {
      name: "app.socket",
      bad: "[Socket]\nListenStream=/run/app.sock\nAccept=yes\n",
      good: "[Socket]\nListenStream=/run/app.sock\n",
      beside: { "app.service": "[Service]\nExecStart=/usr/bin/app\n" },
    },
  ],
  visit: {
    unit(unit, { set }, report) {
      if (unit.type !== "socket") return;
      if (acceptsConnections(unit.settings)) judgeTemplate(unit, set, report);
      else {
        const missing = missingTrigger(unit, set);
        if (missing !== undefined) report(missing.place, missing.problem);
      }
    },
  },
});

/** systemd: socket_load_service_unit(), src/core/socket.c */
function judgeTemplate(unit: Unit, set: UnitSet, report: PlaceReport): void {
  const { load } = set.unit(`${unit.prefix}@internal.service`);
  if (load !== "not-found" && load !== "masked") return;
  const template = `${unit.prefix}@.service`;
  const plain = set.unit(`${unit.id.slice(0, -".socket".length)}.service`).load === "loaded";
  const at = lastOf(unit.settings, "Socket", "Accept");
  const place = at === undefined ? sectionPlace(unit, "Socket") : assignmentPlace(at);
  if (place === undefined) return;
  const hint = plain ? `; there is ${unit.prefix}.service, which serves all connections without Accept=yes` : "";
  report(place, {
    message: `${load === "masked" ? `${template} is masked` : `There is no ${template}`} to serve a connection, as Accept=yes needs${hint}`,
    effect: "systemd refuses to start the socket",
    excused: isAlone(set) && !plain,
  });
}
