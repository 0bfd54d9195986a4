/** What pages of this site and the page in the preview say to each other. */
import type { SourceErrorKind } from '../../src/sources/error.ts';
import type { Looks, Shown } from './tag.ts';

/** A tag to draw. */
export interface Ordered {
  readonly tag: string;
  readonly attributes: readonly (readonly [name: string, value: string])[];
  /** A heading above it, as the page has it. */
  readonly title?: string | undefined;
  /** Properties: posts or comments that were pasted. */
  readonly given?: { readonly posts?: readonly unknown[]; readonly comments?: readonly unknown[] } | undefined;
  /** Whether comments can be written, although nobody keeps them. */
  readonly form?: boolean;
}

export interface Order {
  /** Reports carry the number of the order they are about. */
  readonly nth: number;
  readonly widgets: readonly Ordered[];
  readonly looks: Looks;
  /** A style sheet of the owner. */
  readonly css?: string | undefined;
  /** A part to go to. */
  readonly part?: string | undefined;
}

export type Report =
  | { readonly type: 'here' }
  | { readonly type: 'shown'; readonly shown: readonly Shown[]; readonly complete: boolean }
  | {
      readonly type: 'failed';
      readonly kind: SourceErrorKind | undefined;
      readonly status: number | undefined;
      readonly url: string | undefined;
      readonly message: string;
    };

/** The page in a frame: takes orders as soon as it is there, and the last one is enough. */
export class Preview {
  readonly #frame: HTMLIFrameElement;
  #here = false;
  #nth = 0;
  #last: Order | undefined;

  constructor(frame: HTMLIFrameElement, hear: (report: Report) => void = () => undefined) {
    this.#frame = frame;
    addEventListener('message', ({ data, origin, source }: MessageEvent<Report & { nth: number }>) => {
      if (origin !== location.origin || source !== frame.contentWindow) return;
      if (data.type === 'here') {
        this.#here = true;
        this.#send();
      } else if (data.nth === this.#nth) hear(data);
    });
    // Its script may have come before ours; it is told to come again.
    if (frame.contentDocument?.readyState === 'complete' && frame.contentWindow?.location.href !== 'about:blank')
      frame.contentWindow?.location.reload();
  }

  show(order: Omit<Order, 'nth'>): void {
    // What a report is about depends on the tags alone.
    if (JSON.stringify(order.widgets) !== JSON.stringify(this.#last?.widgets)) this.#nth++;
    this.#last = { nth: this.#nth, ...order };
    this.#send();
  }

  #send(): void {
    if (this.#here && this.#last) this.#frame.contentWindow?.postMessage(this.#last, location.origin);
  }
}
