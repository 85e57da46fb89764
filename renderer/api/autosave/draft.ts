/** After typing pauses for this long, the text is written. */
export const pauseMs = 800;
/** While typing goes on, the text is written at least this often. */
export const atMostMs = 5000;
/** A write that was refused (full disk, lost connection) is tried again after this long. */
export const retryMs = 5000;

/**
 * - `clean`: nothing was typed since the page showed the text;
 * - `typing`, `saving`, `saved`: what the words say;
 * - `waiting`: the write was refused and will be tried again; the text is kept here;
 * - `refused`: trying again cannot help, e.g. the record is final; the text is kept here.
 */
export type DraftState = 'clean' | 'typing' | 'saving' | 'saved' | 'waiting' | 'refused';

export type DraftOptions = {
  /** The text as the backend has it. */
  saved: string;
  write(text: string): Promise<unknown>;
  /** True when another try may succeed. */
  isRetryable(error: unknown): boolean;
  /** Told of the first refusal only, not of each further try. */
  onRefused(error: unknown): void;
};

/**
 * One text that is being typed: writes it after a pause, never while an input method composes,
 * one write at a time, and keeps it in memory for as long as it cannot be written.
 */
export class Draft {
  readonly #options: DraftOptions;
  readonly #listeners = new Set<() => void>();
  #text: string;
  #written: string;
  /** The last text that the page was given. */
  #given: string;
  /** What was saved before the last write: an answer on its way may still bring it. */
  readonly #outdated = new Set<string>();
  #expectsNews = false;
  #state: DraftState = 'clean';
  #isComposing = false;
  /** The text without the half word that an input method composes. */
  #beforeComposition = '';
  #isRefusalKnown = false;
  #pause: ReturnType<typeof setTimeout> | undefined;
  #latest: ReturnType<typeof setTimeout> | undefined;
  #writing: Promise<void> | undefined;

  constructor(options: DraftOptions) {
    this.#options = options;
    this.#text = options.saved;
    this.#written = options.saved;
    this.#given = options.saved;
  }

  get text(): string {
    return this.#text;
  }

  get state(): DraftState {
    return this.#state;
  }

  get isWritten(): boolean {
    return this.#text === this.#written && this.#writing === undefined;
  }

  /** Tells of every change of the text and the state. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  type(text: string): void {
    this.#text = text;
    this.#state = 'typing';
    this.#tell();
    this.#schedule();
  }

  /** An input method composes: half a word is not written. */
  startComposition(): void {
    this.#beforeComposition = this.#whole;
    this.#isComposing = true;
  }

  endComposition(text: string): void {
    this.#isComposing = false;
    this.type(text);
  }

  /**
   * The backend's text as the page has it now. It is taken over when it is news and nothing
   * typed here would be lost: after undo, or an edit elsewhere. An answer that is older than the
   * last write is no news.
   *
   * @returns true when the text changed
   */
  adopt(saved: string): boolean {
    const isNews = this.#expectsNews || (saved !== this.#given && !this.#outdated.has(saved));
    this.#given = saved;
    this.#expectsNews = false;
    // From here on no older answer can come.
    if (saved === this.#written) this.#outdated.clear();
    if (!isNews || !this.isWritten || this.#isComposing || saved === this.#text) return false;
    this.#text = saved;
    this.#written = saved;
    this.#state = 'clean';
    this.#tell();
    return true;
  }

  /** Something else than this draft changed the texts: undo or redo. What comes next is news. */
  expectNews(): void {
    this.#expectsNews = true;
    this.#outdated.clear();
  }

  /** The field is gone from the page: the half word in it with it, the rest is written now. */
  leave(): Promise<void> {
    this.#text = this.#whole;
    this.#isComposing = false;
    return this.settle();
  }

  /** Nothing of it is written any more. */
  discard(): void {
    this.#stopWaiting();
    this.#isComposing = false;
    this.#text = this.#written;
  }

  /** Writes now what is not written. Rejects when the backend refuses; the text stays here. */
  async settle(): Promise<void> {
    this.#stopWaiting();
    while (this.#writing !== undefined) await this.#writing;
    if (this.#whole !== this.#written) {
      this.#writing = this.#write(this.#whole);
      await this.#writing;
    } else if (this.#state === 'typing' && this.isWritten) this.#become('saved');
  }

  get #whole(): string {
    return this.#isComposing ? this.#beforeComposition : this.#text;
  }

  #schedule(): void {
    clearTimeout(this.#pause);
    this.#pause = setTimeout(this.#onTime, pauseMs);
    this.#latest ??= setTimeout(this.#onTime, atMostMs);
  }

  #stopWaiting(): void {
    clearTimeout(this.#pause);
    clearTimeout(this.#latest);
    this.#latest = undefined;
  }

  #onTime = (): void => {
    this.settle().catch(() => undefined);
  };

  async #write(text: string): Promise<void> {
    this.#become('saving');
    try {
      await this.#options.write(text);
      this.#replaceWritten(text);
      this.#isRefusalKnown = false;
      this.#become(this.#text === text ? 'saved' : 'typing');
    } catch (error) {
      this.#keep(error);
      throw error;
    } finally {
      this.#writing = undefined;
    }
  }

  #replaceWritten(text: string): void {
    this.#outdated.add(this.#written);
    this.#outdated.delete(text);
    this.#written = text;
    this.#expectsNews = false;
  }

  #keep(error: unknown): void {
    const canRetry = this.#options.isRetryable(error);
    this.#become(canRetry ? 'waiting' : 'refused');
    if (!this.#isRefusalKnown) this.#options.onRefused(error);
    this.#isRefusalKnown = true;
    if (canRetry) this.#pause = setTimeout(this.#onTime, retryMs);
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }

  #become(state: DraftState): void {
    if (state === this.#state) return;
    this.#state = state;
    this.#tell();
  }
}
