/** Completion in the words of the protocol. */
import {
  type CompletionItem,
  CompletionItemKind,
  CompletionItemTag,
  type CompletionList,
  type CompletionParams,
  CompletionRequest,
  CompletionResolveRequest,
  InsertTextFormat,
  type MarkupContent,
  MarkupKind,
} from "vscode-languageserver";
import {
  type Completion,
  type CompletionOptions,
  type Completions,
  completion,
  completionTriggers,
  resolveCompletion,
} from "../features/completion.ts";
import { at, type Conversion, type Row, row } from "./row.ts";
import type { Session } from "./session.ts";

/** What is asked while somebody types. */
export const completionRows: readonly Row[] = [
  row(
    CompletionRequest.type,
    () => ({ completionProvider: { triggerCharacters: [...completionTriggers], resolveProvider: true } }),
    (session, params) => {
      const options = optionsOf(session, params);
      return at(
        (snapshot, uri, offset) => ({ offset, answer: completion(snapshot, uri, offset, options) }),
        ({ answer, offset }, to) => listOf(answer, offset, to),
      )(session, params);
    },
  ),
  row(
    CompletionResolveRequest.type,
    () => ({}),
    (session, item) => {
      const { detail, documentation } = resolveCompletion(session.snapshot(), item.data, session.environment.texts());
      const { documentationFormat } = traitsOf(session);
      return {
        ...item,
        ...(detail !== undefined && { detail }),
        ...(documentation !== undefined && { documentation: markup(documentation, documentationFormat) }),
      };
    },
  ),
];

/** A text in the richest form that the client shows. */
export function markup(text: string, formats: readonly MarkupKind[] | undefined): MarkupContent | string {
  return formats?.includes(MarkupKind.Markdown) === true
    ? { kind: MarkupKind.Markdown, value: text }
    : text.replace(/`/g, "").replace(/ {2}\n/g, "\n");
}

function traitsOf({ client }: Session) {
  return client.capabilities.textDocument?.completion?.completionItem ?? {};
}

function optionsOf(session: Session, { context }: CompletionParams): CompletionOptions {
  return {
    snippets: traitsOf(session).snippetSupport === true,
    clock: session.environment.clock(),
    trigger: context?.triggerCharacter,
  };
}

function listOf({ items, incomplete }: Completions, offset: number, to: Conversion): CompletionList {
  return { isIncomplete: incomplete, items: items.map(item => itemOf(item, offset, to)) };
}

function itemOf(item: Completion, offset: number, { session, file }: Conversion): CompletionItem {
  const { label, kind, detail, deprecated, sortText, filterText, edit, snippet, data } = item;
  const { source } = file;
  const traits = traitsOf(session);
  const replace = session.positions.range(source, edit.span);
  const both = traits.insertReplaceSupport === true && edit.span.end > offset;
  const insert = both ? session.positions.range(source, { start: edit.span.start, end: offset }) : replace;
  const tagged = traits.tagSupport?.valueSet?.includes(CompletionItemTag.Deprecated) === true;
  return {
    label,
    kind: kinds[kind],
    ...(detail !== undefined && { detail }),
    ...(deprecated !== undefined && (tagged ? { tags: [CompletionItemTag.Deprecated] } : { deprecated })),
    sortText,
    ...(filterText !== label && { filterText }),
    ...(snippet !== undefined && { insertTextFormat: InsertTextFormat.Snippet }),
    textEdit: both ? { newText: edit.text, insert, replace } : { newText: edit.text, range: replace },
    ...(data !== undefined && { data }),
  };
}

const kinds: Readonly<Record<Completion["kind"], CompletionItemKind>> = {
  section: CompletionItemKind.Struct,
  key: CompletionItemKind.Property,
  value: CompletionItemKind.EnumMember,
  operator: CompletionItemKind.Operator,
  unit: CompletionItemKind.Module,
  specifier: CompletionItemKind.Constant,
  variable: CompletionItemKind.Variable,
  file: CompletionItemKind.File,
  folder: CompletionItemKind.Folder,
  account: CompletionItemKind.Value,
  "unit-of-measure": CompletionItemKind.Unit,
  event: CompletionItemKind.Event,
  reference: CompletionItemKind.Reference,
};
