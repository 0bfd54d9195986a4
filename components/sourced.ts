import type { PropertyValues } from 'lit';
import { DogearedElement } from './element.ts';
import { ErrorEvent } from './events.ts';
import type { Source } from './share.ts';

/** Problems that were told. A page may have dozens of elements, and one source. */
const told = new WeakSet<Error>();

/** An element that shows what comes from one address, and shares it with all that name the same. */
export abstract class Sourced<T extends { more?: boolean }> extends DogearedElement {
  /** The address of what it shows; http(s), relative to the page. */
  declare src: string | null;

  #source: Source<T> | undefined;
  #leave: (() => void) | undefined;
  #heard: Error | undefined;

  /** The source for what the element says now; undefined where it needs none. */
  protected abstract find(): Source<T> | undefined;

  /** The last good answer. */
  protected get value(): T | undefined {
    return this.#source?.value;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#join();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // An element that is moved is back at once.
    queueMicrotask(() => this.isConnected || this.#part());
  }

  #part(): void {
    this.#leave?.();
    this.#leave = this.#source = undefined;
  }

  #join(): void {
    this.#part();
    this.#source = this.find();
    this.#leave = this.#source?.join(() => this.requestUpdate());
  }

  /** Asks the source again. */
  async refresh(): Promise<void> {
    await this.#source?.refresh();
    await this.updateComplete;
  }

  /** Tells what is wrong: to the page once for each element, in the console once. */
  protected warn(error: Error): void {
    if (error === this.#heard) return;
    this.#heard = error;
    this.dispatchEvent(new ErrorEvent(error));
    if (told.has(error)) return;
    told.add(error);
    const instead = this.value ? 'keeping what is there' : 'showing the fallback';
    console.warn(`<${this.localName}>: ${error.message}; ${instead}.`);
  }

  protected override willUpdate(changed: PropertyValues): void {
    if ((changed.has('src') || changed.has('comments')) && this.isConnected) this.#join();
    if (this.#source?.error) this.warn(this.#source.error);
  }
}
