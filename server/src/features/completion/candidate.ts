/** What sources of completions give, before it is matched with what was typed. */
import type { Span } from "../../text/span.ts";

/** What a completion is, for the icon beside it. */
export type CompletionKind =
  | "section"
  | "key"
  | "value"
  | "operator"
  | "unit"
  | "specifier"
  | "variable"
  | "file"
  | "folder"
  | "account"
  | "unit-of-measure"
  | "event"
  | "reference";

/** What `resolveCompletion` needs to tell more; it makes the way to the client and back as JSON. */
export interface Topic {
  /** What the name is the name of. */
  readonly of: "section" | "key" | "word" | "unit" | "specifier";
  readonly name: string;
  /** The section and key of a value. */
  readonly section?: string;
  readonly key?: string;
}

/** Something that may stand at the cursor. */
export interface Candidate {
  readonly label: string;
  readonly kind: CompletionKind;
  /** What is put into the file; the label where it is absent. */
  readonly text?: string;
  /** The same with places to fill in, in the syntax of LSP snippets. */
  readonly snippet?: string;
  /** What the typed text is compared with; the label where it is absent. */
  readonly filter?: string;
  /** The same in lower case, where it is worth keeping. */
  readonly folded?: string;
  /** A few words beside the label. */
  readonly detail?: string;
  readonly deprecated?: true;
  /** Offered only where what was typed fits its beginning. */
  readonly onDemand?: true;
  readonly topic?: Topic;
}

/** Candidates for one span of the logical line. */
export interface Offer {
  /** What is replaced; it holds the cursor. */
  readonly span: Span;
  readonly candidates: Iterable<Candidate>;
  /** Those with lower numbers come first among those that fit equally well; 0 for all by default. */
  readonly groupOf?: (candidate: Candidate) => number;
  /** How many to show at most, where there may be thousands. */
  readonly most?: number;
  /** Whether there are more than these, so that the client must ask again. */
  readonly incomplete?: boolean;
}
