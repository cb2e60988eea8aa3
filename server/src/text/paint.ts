/** Text in its parts: what each is, so that it can be coloured where colours are shown. */

/** What a piece of text is, and so how it is coloured. */
export type Ink = "error" | "warning" | "info" | "good" | "strong" | "dim";

/** Colours a text, or leaves it as it is. */
export type Paint = (ink: Ink, text: string) => string;

/** Leaves every text as it is. */
export const unpainted: Paint = (_, text) => text;
