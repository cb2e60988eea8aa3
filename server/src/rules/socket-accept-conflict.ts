/** Settings of a socket that contradict how it takes connections. */
import { defineRule } from "../lint/rule.ts";
import { unitProblemVisitor } from "../lint/unit-problems.ts";

export const socketAcceptConflict = defineRule({
  id: "socket-accept-conflict",
  category: "correctness",
  severity: "error",
  systemd: "refuses",
  since: "0.1.0",
  summary: "A setting of a socket that does not go with Accept=",
  why: `With Accept=yes systemd takes each connection itself and starts an instance of the template of the same name for it. That cannot work for
sockets that know no connections, such as datagrams and FIFOs; and neither Service= nor DeferTrigger= can have a say in it. A MaxConnections=0
would take no connection at all.`,
  examples: [
    {
      name: "app.socket",
      bad: "[Socket]\nListenDatagram=514\nAccept=yes\n",
      good: "[Socket]\nListenDatagram=514\n",
      beside: {
        "app.service": "[Service]\nExecStart=/usr/bin/app\n",
        "app@.service": "[Service]\nExecStart=/usr/bin/app\n",
      },
    },
  ],
  visit: unitProblemVisitor("socket-accept-conflict"),
});
