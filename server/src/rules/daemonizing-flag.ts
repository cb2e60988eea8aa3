/** Daemons that go to the background, or stay, against what Type= expects. */
import { defineRule } from "../lint/rule.ts";
import { commandsOf, type PlacedProgram, programPlace } from "../model/commands.ts";
import { type Whereabouts, whereaboutsOf } from "../model/daemons/index.ts";
import { flagOf, isSet, textOf } from "../model/reading.ts";
import { serviceType } from "../model/service.ts";
import type { Settings } from "../model/setting.ts";
import { programsOf } from "../values/programs.ts";

// Seen in: benoitc/gunicorn#2673, systemd#17458 (i3lock -n), rra/kstart#7, and README files with screen, tmux, pm2 and java.
export const daemonizingFlag = defineRule({
  id: "daemonizing-flag",
  category: "correctness",
  severity: "warning",
  systemd: "silent",
  since: "0.1.0",
  summary: "A daemon that goes to the background, or does not, unlike what Type= says",
  why: `With Type=simple and exec the process that systemd starts is the service. A daemon that forks into the background ends that process at once:
systemd takes the service for ended, and kills what is left of it, so that status shows "inactive (dead)" without an error. So do screen -dm, tmux
new-session -d and setsid, which start something and end. With Type=forking it is the other way round: systemd waits for the first process to end, and a daemon
that stays in the foreground is killed when TimeoutStartSec= has passed. Best is to keep the daemon in the foreground and to leave Type= alone, or to
take notify where the daemon can. Known are some well-known daemons and what their arguments do; where their own configuration decides, nothing is said.`,
  examples: [
    {
      bad: "[Service]\nExecStart=/usr/bin/redis-server /etc/redis.conf --daemonize yes\n",
      good: "[Service]\nExecStart=/usr/bin/redis-server /etc/redis.conf --daemonize no\n",
    },
    {
      bad: "[Service]\nType=forking\nPIDFile=/run/sshd.pid\nExecStart=/usr/sbin/sshd -D\n",
      good: "[Service]\nType=exec\nExecStart=/usr/sbin/sshd -D\n",
    },
    {
      bad: "[Service]\nExecStart=/usr/bin/screen -dmS game /srv/game/run\n",
      good: "[Service]\nType=forking\nExecStart=/usr/bin/screen -dmS game /srv/game/run\n",
    },
  ],
  visit: {
    unit({ type, settings }, { set: { catalog } }, report) {
      const expected = type === "service" ? expectedOf(settings, catalog.version) : undefined;
      if (expected === undefined) return;
      for (const program of judgedIn(settings, catalog.version)) {
        const found = whereaboutsOf(program);
        if (found === undefined || found.goes === expected) continue;
        const { name } = program;
        const said = found.flag === undefined ? name : `${name} with ${found.flag}`;
        report(programPlace(program), {
          message:
            expected === "foreground"
              ? `${said} goes to the background, which ends the service; ${remedy(found)}`
              : `${said} stays in the foreground, so that its start with Type=forking times out; write Type=exec`,
          effect:
            expected === "foreground"
              ? "systemd takes the service for ended and kills what is left of it"
              : "systemd waits for TimeoutStartSec= and kills it",
        });
      }
    },
  },
});

function remedy({ flag, instead, removable }: Whereabouts): string {
  if (instead !== undefined) return `write ${instead}, or Type=forking`;
  if (flag === undefined || removable === undefined) return "write Type=forking";
  const several = /^-[A-Za-z]{2,}$/.test(flag);
  return `leave ${several ? "that letter" : flag} out, or write Type=forking`;
}

/** Where the main process has to be; undefined where both may do. */
function expectedOf(settings: Settings, version: number): "background" | "foreground" | undefined {
  if (textOf(settings, "Service", "StandardInput") === "socket") return undefined; // Many then serve that one connection
  const type = serviceType(settings, version);
  if (type === "forking") return "background";
  if (!["simple", "exec", "idle", "oneshot"].includes(type)) return undefined;
  const kept = ["process", "none"].includes(textOf(settings, "Service", "KillMode") ?? "");
  if (kept || textOf(settings, "Service", "ExitType") === "cgroup") return undefined;
  return flagOf(settings, "Service", "RemainAfterExit", false) ? undefined : "foreground";
}

/** Of a oneshot service the last command: what others leave in the background works for those behind them. */
function judgedIn(settings: Settings, version: number): readonly PlacedProgram[] {
  const started = startedIn(settings);
  if (serviceType(settings, version) !== "oneshot") return started;
  const last = commandsOf(settings).findLast(({ at }) => at.directive.name === "ExecStart");
  const isLast = ({ at, path }: PlacedProgram) => at === last?.at && programsOf(last.command)[0]?.path === path;
  return isSet(settings, "Service", "ExecStartPost") ? [] : started.slice(-1).filter(isLast);
}

/** Only what systemd starts by itself or through env: a line of shell may wait, or not. Below /etc are scripts of a daemon's name. */
function startedIn(settings: Settings): readonly PlacedProgram[] {
  return commandsOf(settings).flatMap(({ command, at }) => {
    const isMain = at.directive.name === "ExecStart" && !command.path.startsWith("/etc/");
    const programs = isMain ? programsOf(command) : [];
    return programs.length === 1 ? programs.map(program => ({ ...program, at })) : [];
  });
}
