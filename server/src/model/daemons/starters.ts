/** Programs that start others, and may not wait for them. */
import type { DaemonRow } from "./row.ts";

/** In no order. */
export const starterRows: readonly DaemonRow[] = [
  {
    names: "start-stop-daemon",
    from: "dpkg 1.21.23",
    background: /(?<!(?:^|\s)--\s.*)(?<!\S)(?:-b|--background)(?!\S)/,
    other: "-K|--stop|-T|--status|-t|--test|-H|--help|-V|--version",
  },
  {
    // It forks where it leads a process group, which every process that systemd starts does: setsid(), exec_invoke()
    names: "setsid",
    from: "util-linux 2.38.1",
    foreground: /(?<=^(?:-\S+ )*)(?:-[fc]*w[fc]*|--wait)(?!\S)/,
    other: /^(?:-[Vh]|--version|--help)(?!\S)/,
    usually: "background",
    stay: "--wait",
  },
  {
    names: "screen",
    from: "screen 4.9.0",
    background: "-[A-Za-z]*dm[A-Za-z]*|-d -m",
    foreground: "-[A-Za-z]*Dm[A-Za-z]*|-D -m",
    stay: "-DmS",
  },
  {
    names: "tmux",
    from: "tmux 3.3a",
    background: /(?<=\bnew(?:-session)?\s+(?:-\S+\s+(?:[^-\s]\S*\s+)?)*)-[A-Za-z]*d[A-Za-z]*(?!\S)/,
    stays: false,
  },
  { names: "daemonize", ordinary: true, from: "daemonize 1.7.8", usually: "background", stays: false },
];
