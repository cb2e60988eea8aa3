/** What a new unit begins with. */
import type { UnitType } from "../../catalog/directive.ts";
import type { UnitName } from "../../values/unit-name.ts";

/** A text to go on from, which systemd takes as it is as far as the type allows. */
export function unitText({ prefix, instance, type }: UnitName, lineEnd: string): string {
  const named = instance === undefined ? prefix : `${prefix} %i`;
  const lines = ["[Unit]", `Description=${named}`, ...(bodies[type]?.(prefix) ?? [])];
  return lines.map(line => `${line}${lineEnd}`).join("");
}

const bodies: Readonly<Partial<Record<UnitType, (prefix: string) => readonly string[]>>> = {
  service: prefix => ["", "[Service]", `ExecStart=/usr/bin/${prefix}`],
  socket: prefix => ["", "[Socket]", `ListenStream=/run/${prefix}.sock`, "", "[Install]", "WantedBy=sockets.target"],
  timer: () => ["", "[Timer]", "OnCalendar=daily", "", "[Install]", "WantedBy=timers.target"],
  path: prefix => ["", "[Path]", `PathChanged=/etc/${prefix}`, "", "[Install]", "WantedBy=multi-user.target"],
};
