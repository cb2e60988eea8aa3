/** Signature help in the words of the protocol. */
import { type SignatureHelp, type SignatureHelpClientCapabilities, SignatureHelpRequest } from "vscode-languageserver";
import { signatureHelp, signatureRetriggers, signatureTriggers } from "../features/signature-help.ts";
import { markup } from "./completion.ts";
import { at, type Conversion, type Row, row } from "./row.ts";

/** What is asked while somebody writes a command line or a condition. */
export const signatureHelpRows: readonly Row[] = [
  row(
    SignatureHelpRequest.type,
    () => ({
      signatureHelpProvider: {
        triggerCharacters: [...signatureTriggers],
        retriggerCharacters: [...signatureRetriggers],
      },
    }),
    at(signatureHelp, (help, to) => (help === undefined ? null : helpOf(help, to))),
  ),
];

type Traits = NonNullable<SignatureHelpClientCapabilities["signatureInformation"]>;

function helpOf(help: NonNullable<ReturnType<typeof signatureHelp>>, { session }: Conversion): SignatureHelp {
  const traits: Traits = session.client.capabilities.textDocument?.signatureHelp?.signatureInformation ?? {};
  const formats = traits.documentationFormat;
  const byOffset = traits.parameterInformation?.labelOffsetSupport === true;
  return {
    activeSignature: help.active,
    activeParameter: help.signatures[help.active]?.active ?? 0,
    signatures: help.signatures.map(({ label, documentation, parameters, active }) => ({
      label,
      ...(documentation !== undefined && { documentation: markup(documentation, formats) }),
      parameters: parameters.map(({ span, documentation: text }) => ({
        label: byOffset ? [span.start, span.end] : label.slice(span.start, span.end),
        documentation: markup(text, formats),
      })),
      ...(traits.activeParameterSupport === true && { activeParameter: active }),
    })),
  };
}
