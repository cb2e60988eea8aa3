/** The commands that clients may ask for, and their answers. */
import { ErrorCodes, ExecuteCommandRequest, ResponseError } from "vscode-languageserver";
import { toggleImplicit } from "./inlay-hints.ts";
import { reportCommands } from "./reports.ts";
import { type Row, row } from "./row.ts";
import type { Session } from "./session.ts";
import { documentCommands } from "./virtual-documents.ts";

/** What a command does with its arguments, which may be anything. */
export type Command = (session: Session, given: readonly unknown[]) => unknown;

const commands: Readonly<Record<string, Command>> = {
  ...documentCommands,
  ...reportCommands,
  "unitlint.toggleImplicitDependencies": toggleImplicit,
};

/** All of them, by one request. */
export const commandRows: readonly Row[] = [
  row(
    ExecuteCommandRequest.type,
    () => ({ executeCommandProvider: { commands: Object.keys(commands) } }),
    (session, { command, arguments: given }) => {
      const execute = Object.hasOwn(commands, command) ? commands[command] : undefined;
      if (execute === undefined)
        throw new ResponseError(ErrorCodes.InvalidParams, `unitlint does not know the command ${command}`);
      return execute(session, given ?? []);
    },
  ),
];
