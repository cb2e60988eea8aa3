/** Folders and settings, as the client tells them now and then. */
import {
  ConfigurationRequest,
  DidChangeConfigurationNotification,
  type InitializeParams,
  MessageType,
  RegistrationRequest,
  ShowMessageNotification,
  type WorkspaceFolder,
  type WorkspaceFoldersChangeEvent,
} from "vscode-languageserver";
import { pathOfUri } from "../workspace/file-uri.ts";
import type { WorkspaceSettings } from "../workspace/workspace.ts";
import type { Environment } from "./environment.ts";
import { isRecord } from "./params.ts";
import type { Session } from "./session.ts";
import { readSettings } from "./settings.ts";

/** What is wanted now. */
export interface Configuration {
  readonly settings: () => WorkspaceSettings;
  /** Whether `initialize` told the settings. */
  readonly isGiven: boolean;
  /** Asks the client for the section `unitlint`, if it answers such questions, and to tell when it changes. */
  pull(session: Session): Promise<void>;
  /** Takes what a client sends that is not asked; others only say that there is something to ask for. */
  push(session: Session, settings: unknown): Promise<void>;
  changeFolders(session: Session, event: WorkspaceFoldersChangeEvent): void;
}

/** Begins with what `initialize` says. */
export function newConfiguration(params: InitializeParams, environment: Environment): Configuration {
  let folders = foldersOf(params);
  /** What counts where the client has no settings, or has them no longer. */
  const initial: unknown = sectionOf(params.initializationOptions);
  let given = initial;
  let read = readSettings(given, folders, environment);
  let told = "";
  let isAsking = false;
  let isAskedAgain = false;

  function take(session: Session, settings: unknown, where: readonly string[] = folders): void {
    if (JSON.stringify([settings, where]) !== JSON.stringify([given, folders])) {
      [given, folders] = [settings, where];
      read = readSettings(given, folders, environment);
      session.workspace.configure({ ...read.settings, folders });
    }
    const message = read.problems.join("\n");
    if (message !== "" && message !== told)
      session.connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Warning, message });
    told = message;
    session.background().wake();
  }

  /** One question at a time: what changes meanwhile is asked for afterwards. */
  async function pull(session: Session): Promise<void> {
    if (!session.client.configuration) return take(session, given);
    isAskedAgain = isAsking;
    if (isAsking) return;
    isAsking = true;
    const answer: unknown = await session.connection
      .sendRequest(ConfigurationRequest.type, { items: [{ section: "unitlint" }] })
      .catch(() => undefined);
    isAsking = false;
    if (isAskedAgain) return pull(session);
    take(session, Array.isArray(answer) ? (answer[0] ?? initial) : given);
  }

  return {
    settings: () => ({ ...read.settings, folders }),
    isGiven: hasSection(params.initializationOptions),
    async pull(session) {
      if (session.client.registersConfiguration) {
        const registration = { method: DidChangeConfigurationNotification.method, id: "unitlint-settings" };
        const registrations = [{ ...registration, registerOptions: { section: "unitlint" } }];
        session.connection.sendRequest(RegistrationRequest.type, { registrations }).catch(() => undefined);
      }
      await pull(session);
    },
    async push(session, settings) {
      if (session.client.configuration) await pull(session);
      else take(session, sectionOf(settings) ?? initial);
    },
    changeFolders(session, { added, removed }) {
      const gone = new Set(removed.map(pathOf));
      const kept = folders.filter(folder => !gone.has(folder));
      take(session, given, [...new Set([...kept, ...added.map(pathOf)])]);
    },
  };
}

/** With or without the name of the section around them. */
function sectionOf(settings: unknown): unknown {
  return hasSection(settings) ? settings.unitlint : settings;
}

function hasSection(settings: unknown): settings is { readonly unitlint: unknown } {
  return typeof settings === "object" && settings !== null && "unitlint" in settings;
}

/** Only folders on disk are looked through. */
function foldersOf({ workspaceFolders, rootUri, rootPath }: InitializeParams): readonly string[] {
  const paths =
    workspaceFolders !== undefined && workspaceFolders !== null
      ? [workspaceFolders].flat().filter(isFolder).map(pathOf)
      : [rootUri, rootPath]
          .filter(place => typeof place === "string" && place !== "")
          .slice(0, 1)
          .map(pathOfPlace);
  return paths.filter(path => path.startsWith("/") || /^[A-Za-z]:/.test(path));
}

/** Whether it is a folder as the protocol has it. */
export function isFolder(folder: unknown): folder is WorkspaceFolder {
  return isRecord(folder) && typeof folder.uri === "string";
}

function pathOf({ uri }: WorkspaceFolder): string {
  return pathOfPlace(uri);
}

function pathOfPlace(place: string | null | undefined): string {
  const path = pathOfUri(place ?? "");
  return path.length > 1 ? path.replace(/\/+$/, "") : path;
}
