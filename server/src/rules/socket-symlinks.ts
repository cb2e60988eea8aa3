/** Links to a socket that has no node in the file system, or several. */
import { defineRule } from "../lint/rule.ts";
import { unitProblemVisitor } from "../lint/unit-problems.ts";

export const socketSymlinks = defineRule({
  id: "socket-symlinks",
  category: "correctness",
  severity: "error",
  systemd: "refuses",
  since: "0.1.0",
  summary: "Symlinks= of a socket without exactly one path",
  why: `Symlinks= makes links that point to the socket, so there must be one path to point to: one ListenStream=, ListenDatagram=,
ListenSequentialPacket= or ListenFIFO= with an absolute path, beside which there may be ports and abstract sockets.`,
  examples: [
    {
      name: "app.socket",
      bad: "[Socket]\nListenStream=8080\nSymlinks=/run/app.sock\n",
      good: "[Socket]\nListenStream=/run/app/socket\nListenStream=8080\nSymlinks=/run/app.sock\n",
      beside: { "app.service": "[Service]\nExecStart=/usr/bin/app\n" },
    },
  ],
  visit: unitProblemVisitor("socket-symlinks"),
});
