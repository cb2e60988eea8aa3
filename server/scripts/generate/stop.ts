/** The one way in which the generator gives up: a message for the person who runs it. */

/** Thrown when the input cannot be turned into data; the entry prints the message and exits 1. */
export class GeneratorStop extends Error {}
