/** Why a comment is shown as plain text. */
export type FallbackReason =
  | 'too-long' // more characters than allowed
  | 'too-deep' // nested deeper than anybody reads, and than parsers bear
  | 'too-complex' // signs piled up so that a parser would never end
  | 'broken' // the Markdown parser gave up
  | 'unproven' // the result could not be shown to be inside the policy
  | 'no-dom'; // HTML of an engine needs a safe DOM, and there is none

/** A comment that is not drawn as it was meant. */
export class Refusal extends Error {
  readonly reason: FallbackReason;

  constructor(reason: FallbackReason) {
    super(reason);
    this.reason = reason;
  }
}

/** Thrown where a part is needed that only some comments need, and it was not handed in. */
export const RARE = new Error('dogeared: a part is missing');

/** Why work on a comment ended. Whatever a library throws over a body, it is the body that is not drawn. */
export const reasonOf = (error: unknown): FallbackReason => (error instanceof Refusal ? error.reason : 'broken');

/** An engine's HTML is longer than what a person wrote, and its engine has a limit of its own. */
const HTML_FACTOR = 10;

/** @throws {Refusal} for more characters than a body may have */
export function checkLength(text: string, isHtml: boolean, maxLength: number): void {
  if (text.length > (isHtml ? HTML_FACTOR * maxLength : maxLength)) throw new Refusal('too-long');
}
