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
