/** Hover over an environment variable: who sets it. */

import { valuesOf } from "../../model/reading.ts";
import type { Unit } from "../../model/unit.ts";
import { own } from "../../text/own.ts";
import { type Block, say } from "./markup.ts";
import { type Describe, shortPath } from "./piece.ts";

/** A variable that a command line replaces. */
export const describeVariable: Describe = piece => {
  const name = piece.text.replace(/[${}]/g, "");
  const how = piece.text.startsWith("${") ? "one word, whatever it holds" : "a word for each of its words";
  return [say`${piece.text}: replaced by the value of the variable ${name}, as ${[how]}`, ...settersOf(name, piece)];
};

/** The name of a variable in a setting. */
export const describeVariableName: Describe = piece => {
  if (!piece.directive.name.includes("Environment")) return [];
  return [
    say`${piece.text}: an environment variable`,
    ...(piece.directive.name === "Environment" ? [] : settersOf(piece.text, piece)),
  ];
};

/** Who sets a variable: lines of the unit, systemd itself, perhaps files. */
function settersOf(name: string, { file: { unit }, snapshot }: Parameters<Describe>[0]): readonly Block[] {
  const said = unit === undefined ? undefined : assignmentOf(name, unit);
  if (said !== undefined) {
    const { file, entry } = said.at;
    const place = `${shortPath(file.source.path, snapshot)}:${file.source.position(entry.key.span.start).line}`;
    return [say`Set in ${place}: ${said.value}`];
  }
  const known = own(bySystemd, name);
  if (known !== undefined) return [say`Set by systemd: ${[known]}`];
  const files =
    unit === undefined
      ? []
      : valuesOf(unit.settings, unit.type === "service" ? "Service" : "Socket", "EnvironmentFile");
  if (files.length > 0) return [["Set by no Environment= of the unit; its EnvironmentFile= may"]];
  return unit === undefined ? [] : [["Set by no Environment= of the unit"]];
}

function assignmentOf(name: string, { settings, type }: Unit) {
  const section = type.charAt(0).toUpperCase() + type.slice(1);
  return valuesOf(settings, section, "Environment").findLast(({ value }) => value.startsWith(`${name}=`));
}

const bySystemd: Readonly<Record<string, string>> = {
  CACHE_DIRECTORY: "the folders of CacheDirectory=",
  CONFIGURATION_DIRECTORY: "the folders of ConfigurationDirectory=",
  CREDENTIALS_DIRECTORY: "the folder that holds the unit's credentials",
  EXIT_CODE: "how the main process ended, in ExecStopPost= and ExecStop=",
  EXIT_STATUS: "the exit status or signal of the main process, in ExecStopPost= and ExecStop=",
  FDSTORE: "how many file descriptors systemd would keep",
  HOME: "the user's home folder",
  INVOCATION_ID: "a number of this very run of the unit",
  JOURNAL_STREAM: "tells whether output goes to the journal",
  LISTEN_FDNAMES: "the names of the sockets that were handed over",
  LISTEN_FDS: "the number of sockets that were handed over",
  LISTEN_PID: "the process that the sockets are for",
  LOGNAME: "the user's name",
  LOGS_DIRECTORY: "the folders of LogsDirectory=",
  MAINPID: "the main process of the service, where there is one",
  MANAGERPID: "the process of the user manager",
  MEMORY_PRESSURE_WATCH: "the file that tells of a lack of memory",
  MEMORY_PRESSURE_WRITE: "what to write to the file that tells of a lack of memory",
  NOTIFY_SOCKET: "where the service tells systemd of its state",
  PATH: "where programs are looked up",
  PIDFILE: "the path of PIDFile=",
  REMOTE_ADDR: "the address of the peer of a connection",
  REMOTE_PORT: "the port of the peer of a connection",
  RUNTIME_DIRECTORY: "the folders of RuntimeDirectory=",
  SERVICE_RESULT: "how the service ended, in ExecStopPost= and ExecStop=",
  SHELL: "the user's shell",
  STATE_DIRECTORY: "the folders of StateDirectory=",
  SYSTEMD_EXEC_PID: "the process that systemd started",
  TERM: "the kind of the terminal",
  TRIGGER_PATH: "the path that changed",
  TRIGGER_UNIT: "the timer or path unit that started this one",
  USER: "the user's name",
  WATCHDOG_PID: "the process that has to report for the watchdog",
  WATCHDOG_USEC: "how often the watchdog expects to hear of the service, in microseconds",
  XDG_RUNTIME_DIR: "the user's folder for sockets and the like",
};
