/** Templates of two units: one that waits for something, and the service that it starts. */
import { confinement, ownAccount, unitSection, unitText } from "./sections.ts";
import { commandQuestion, lineQuestion, nameQuestion, pathProblem, type Template } from "./template.ts";

/** At certain times. */
export const timer: Template = {
  id: "timer",
  label: "Timer and service",
  detail: "A command that runs at certain times, as cron would run it",
  questions: [
    nameQuestion,
    commandQuestion,
    lineQuestion("calendar", "When, such as daily, Mon 04:00, *:0/15", "daily"),
  ],
  files: ({ name = "", command = "", calendar = "" }) => [
    {
      name: `${name}.timer`,
      text: unitText(
        unitSection(`Run ${name} regularly`),
        `[Timer]
OnCalendar=${calendar}
# Makes up for a time at which the machine was off.
Persistent=yes
# Spreads the load where many machines have this timer.
RandomizedDelaySec=5min`,
        "[Install]\nWantedBy=timers.target",
      ),
    },
    { name: `${name}.service`, text: unitText(unitSection(name), oneshot(command), ownAccount(name), confinement) },
  ],
};

/** When somebody connects. */
export const socket: Template = {
  id: "socket",
  label: "Socket and service",
  detail: "systemd listens, and starts the program when somebody connects; the program takes the socket from systemd",
  questions: [
    nameQuestion,
    commandQuestion,
    lineQuestion("listen", "Where to listen: a port, an address with a port, or a path", "127.0.0.1:8080"),
  ],
  files: ({ name = "", command = "", listen = "" }) => [
    {
      name: `${name}.socket`,
      text: unitText(
        unitSection(`Socket of ${name}`),
        `[Socket]\nListenStream=${listen}${listen.startsWith("/") ? "\n# Who may connect.\nSocketMode=0660" : ""}`,
        "[Install]\nWantedBy=sockets.target",
      ),
    },
    {
      name: `${name}.service`,
      text: unitText(
        unitSection(
          name,
          "# Gets its socket with the next start, too.",
          `Requires=${name}.socket`,
          `After=${name}.socket`,
        ),
        `[Service]\n# The program finds its sockets by sd_listen_fds(3), from descriptor 3 on.\nType=exec\nExecStart=${command}`,
        ownAccount(name),
        confinement,
      ),
    },
  ],
};

/** When a file changes. */
export const path: Template = {
  id: "path",
  label: "Path and service",
  detail: "A command that runs when a file or folder changes",
  questions: [
    nameQuestion,
    commandQuestion,
    lineQuestion("watched", "What to watch: an absolute path", "/var/spool/incoming", pathProblem),
  ],
  files: ({ name = "", command = "", watched = "" }) => [
    {
      name: `${name}.path`,
      text: unitText(
        unitSection(`Watch ${watched}`),
        `[Path]\n# When something that was open for writing is closed, or a name comes or goes.\nPathChanged=${watched}`,
        "[Install]\nWantedBy=multi-user.target",
      ),
    },
    { name: `${name}.service`, text: unitText(unitSection(name), oneshot(command), ownAccount(name), confinement) },
  ],
};

function oneshot(command: string): string {
  return `[Service]\n# Runs once and ends.\nType=oneshot\nExecStart=${command}`;
}
