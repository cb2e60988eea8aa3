/** Programs that leave their starter, and those that stay, told by their arguments. From experience: not every row was held against a manual yet. */
import type { Program } from "../values/programs.ts";

/** Where a program goes once it is started: `background` where it starts another process for the work and ends itself. */
export interface Whereabouts {
  readonly goes: "background" | "foreground";
  /** The words that say so; absent where the program does it by itself. */
  readonly flag?: string;
  /** What keeps it in the foreground, or sends it to the background. */
  readonly instead?: string;
}

/** Whether a program goes to the background; undefined where nobody knows, as its own configuration or a variable may decide. */
export function whereaboutsOf({ name, args }: Program): Whereabouts | undefined {
  const row = rowOf(name);
  if (row === undefined) return undefined;
  const words = args.join(" ").slice(0, FAR);
  if (row.other?.test(words)) return undefined;
  const stays = row.foreground?.exec(words)?.[0]?.trim();
  const leaves = row.background?.exec(words)?.[0]?.trim();
  if (stays !== undefined && leaves !== undefined) return undefined;
  if (stays !== undefined) return { goes: "foreground", flag: stays };
  const instead = row.stay === undefined ? {} : { instead: row.stay };
  if (leaves !== undefined) return { goes: "background", flag: leaves, ...instead };
  const open = args.some(arg => arg.startsWith("$"));
  return row.usually === "background" && !open ? { goes: "background", ...instead } : undefined;
}

/** So much of a command is looked at: flags stand further in front, and looking back from each of them takes its time. */
const FAR = 2000;

interface Row {
  readonly names: string;
  readonly background?: RegExp;
  readonly foreground?: RegExp;
  /** Arguments with which it does something else. */
  readonly other?: RegExp;
  /** What it certainly does without such arguments. */
  readonly usually?: "background";
  /** The argument that keeps it. */
  readonly stay?: string;
}

function rowOf(name: string): Row | undefined {
  rowsByName ??= new Map(rows.flatMap(row => row.names.split(" ").map(one => [one, row] as const)));
  return rowsByName.get(name.replace(/^php-fpm[\d.]*$/, "php-fpm"));
}

let rowsByName: ReadonlyMap<string, Row> | undefined;

/** Any of these words, alone. */
function word(pattern: string): RegExp {
  return new RegExp(`(?<!\\S)(?:${pattern})(?!\\S)`);
}

const rows: readonly Row[] = [
  { names: "nginx", background: /\bdaemon\s+on;/, foreground: /\bdaemon\s+off;/, stay: "-g 'daemon off;'" },
  {
    names: "redis-server valkey-server keydb-server",
    background: word("--daemonize yes"),
    foreground: word("--daemonize no"),
    stay: "--daemonize no",
  },
  { names: "sshd", foreground: word("-[46e]*D[46e]*|-d+"), other: word("-[itTG]"), usually: "background", stay: "-D" },
  { names: "named", foreground: word("-[fg]"), other: word("-[vV]"), usually: "background", stay: "-f" },
  {
    names: "apache2 apachectl apache2ctl",
    background: word("-k start"),
    foreground: word("-D ?(?:FOREGROUND|NO_DETACH)|-X"),
    stay: "-DFOREGROUND",
  },
  { names: "gunicorn gunicorn3", background: word("-D|--daemon") },
  { names: "uwsgi uwsgi-core", background: word("-d|--daemonize2?(?:[= ]\\S+)?") },
  { names: "php-fpm", background: word("-D|--daemonize"), foreground: word("-F|--nodaemonize"), stay: "--nodaemonize" },
  { names: "haproxy", background: word("-D"), foreground: word("-db|-Ws?"), stay: "-Ws" },
  { names: "dnsmasq", foreground: word("-[kd]|--keep-in-foreground|--no-daemon") },
  { names: "mosquitto", background: word("-d|--daemon") },
  { names: "memcached", background: word("-d|--daemon") },
  { names: "cron", foreground: word("-f"), usually: "background", stay: "-f" },
  { names: "crond", foreground: word("-[nfdx]\\S*"), other: word("-V"), usually: "background", stay: "-n" },
  { names: "rsyslogd", foreground: word("-[nd]\\S*"), other: word("-[vN]\\S*"), usually: "background", stay: "-n" },
  { names: "syslog-ng", foreground: word("-F|--foreground|-[a-z]*F[a-z]*"), usually: "background", stay: "-F" },
  { names: "chronyd", foreground: word("-[ndqQpU]+"), other: word("-[vht]\\S*"), usually: "background", stay: "-d" },
  { names: "snmpd snmptrapd", foreground: word("-f\\S*"), other: word("-[vhH]"), usually: "background", stay: "-f" },
  { names: "postfix", background: word("start"), foreground: word("start-fg"), stay: "start-fg" },
  { names: "smbd nmbd winbindd", background: word("-D|--daemon"), foreground: word("-F|--foreground|-i"), stay: "-F" },
  { names: "squid", foreground: word("-[a-zA-Z]*N[a-zA-Z]*|--foreground"), stay: "--foreground" },
  { names: "lighttpd", foreground: word("-D"), other: word("-[tvVp1]+"), usually: "background", stay: "-D" },
  { names: "dhcpd", foreground: word("-[fd]"), other: word("-[tT]"), usually: "background", stay: "-f" },
  { names: "wpa_supplicant hostapd", background: word("-[a-zA-Z]*B[a-zA-Z]*") },
  { names: "openvpn", background: word("--daemon(?: \\w+)?") },
  { names: "mongod", background: word("--fork") },
  { names: "keepalived", foreground: word("-[nl]+|--dont-fork"), usually: "background", stay: "--dont-fork" },
  {
    names: "zabbix_agentd zabbix_server zabbix_proxy",
    foreground: word("-f|--foreground"),
    other: word("-[tpRVhT]\\S*"),
    usually: "background",
    stay: "-f",
  },
  { names: "pg_ctl", background: word("start") },
  { names: "catalina.sh", background: word("start"), foreground: word("run"), stay: "run" },
  { names: "autossh", background: word("-[a-zA-Z]*f[a-zA-Z]*") },
  {
    names: "start-stop-daemon",
    background: /(?<!(?:^|\s)--\s.*)(?<!\S)(?:-b|--background)(?!\S)/,
    other: word("-K|--stop|-T|--status"),
  },
  {
    names: "setsid",
    foreground: /(?<=^(?:-\S+ )*)(?:-[fc]*w[fc]*|--wait)(?!\S)/,
    usually: "background",
    stay: "--wait",
  },
  { names: "screen", background: word("-[A-Za-z]*dm[A-Za-z]*|-d -m"), stay: "-DmS" },
  { names: "tmux", background: /(?<=\bnew(?:-session)?\s+(?:-\S+\s+(?:[^-\s]\S*\s+)?)*)-[A-Za-z]*d[A-Za-z]*(?!\S)/ },
  { names: "daemonize", usually: "background" },
];
