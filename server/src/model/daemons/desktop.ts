/** Daemons for media and desktops. */
import type { DaemonRow } from "./row.ts";

/** In no order. */
export const desktopRows: readonly DaemonRow[] = [
  {
    names: "transmission-daemon",
    from: "transmission-daemon 3.00, its unit",
    foreground: "-f|--foreground",
    other: "-[Vhd]|--(?:version|help|dump-settings)",
    usually: "background",
    stay: "-f",
  },
  {
    names: "deluged",
    from: "deluged 2.0.3, its unit",
    foreground: "-d|--do-not-daemonize",
    other: "-[Vh]|--(?:version|help)",
    usually: "background",
    stay: "-d",
  },
  {
    names: "minidlnad",
    from: "minidlna 1.3.0, its unit",
    foreground: "-[dS]",
    other: "-[hV]",
    usually: "background",
    stay: "-S",
  },
  { names: "aria2c", from: "aria2 1.36.0", background: "-D|--daemon(?:=true)?" },
  { names: "shairport-sync", from: "shairport-sync 3.3.8", background: "-d|--daemon" },
  { names: "mpd", from: "mpd 0.23.12, its unit", foreground: "--no-daemon|--systemd" },
  {
    names: "pulseaudio",
    from: "pulseaudio 16.1",
    background: "-D|--daemonize(?:=(?:yes|true|1))?|--start",
    foreground: "--daemonize=(?:no|false|0)",
    stay: "--daemonize=no",
  },
  {
    names: "znc",
    from: "znc 1.8.2",
    foreground: "-[fD]|--foreground|--debug",
    other: "-[hvcsp]|--(?:help|version|makeconf|makepass|makepem)",
    usually: "background",
    stay: "--foreground",
  },
  {
    names: "ngircd",
    from: "ngircd 26.1, its unit",
    foreground: "-n|--nodaemon",
    other: "-[tVh]|--(?:configtest|version|help)",
    usually: "background",
    stay: "--nodaemon",
  },
  {
    names: "xrdp xrdp-sesman",
    from: "xrdp 0.9.21, its unit",
    foreground: "-n|--nodaemon",
    other: "-[khvr]|--(?:kill|help|version|dump-config|reload)",
    usually: "background",
    stay: "--nodaemon",
  },
  {
    names: "emacs",
    from: "emacs-common, emacs-nox 28.2: its unit and usage",
    background: "--(?:bg-)?daemon(?:=\\S+)?",
    foreground: "--fg-daemon(?:=\\S+)?",
    stay: "--fg-daemon",
  },
  {
    names: "ssh-agent",
    from: "openssh-client 9.2p1",
    foreground: "-[cs]*[Dd]+",
    // A command that it stays beside, or -k, which ends another one
    other: /^(?:(?:-[aEOPt]\s?\S+|-[cs]+)\s+)*(?:[^-\s]|-k)/,
    usually: "background",
    stay: "-D",
  },
  { names: "picom", from: "picom 9.1", background: "-b|--daemon" },
  { names: "inotifywait", from: "inotify-tools 3.22", background: "-d|--daemon" },
  {
    names: "tor",
    from: "tor 0.4.9",
    background: "--RunAsDaemon 1",
    foreground: "--RunAsDaemon 0",
    stay: "--RunAsDaemon 0",
  },
];
