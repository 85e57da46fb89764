import { foldForSearch } from '#shared/domain/text/search-text.ts';

export type Named = {
  id: string;
  name: string;
  /** Made by this import. */
  isNew: boolean;
  /** Has a number of its own, so that another number means another record. */
  hasNumber: boolean;
};

const rememberedNames = 50_000;

/** Records of one kind by name, number and other keys that a row may use. */
export class NameIndex {
  readonly #byKey = new Map<string, Named[]>();
  readonly #aliases = new Map<string, string>();
  readonly #folded = new Map<string, string>();

  /** `key` tells the kinds of key apart, so that a name is never taken for a number. */
  add(key: string, text: string, record: Named): void {
    const place = `${key}:${this.#fold(text)}`;
    const known = this.#byKey.get(place);
    if (known === undefined) this.#byKey.set(place, [record]);
    else if (!known.some(({ id }) => id === record.id)) known.push(record);
  }

  /** From now on one name means another. */
  alias(name: string, means: string): void {
    this.#aliases.set(foldForSearch(name), foldForSearch(means));
  }

  /** The one record of that key; `many` when several share it, which no row can tell apart. */
  find(key: string, text: string): Named | 'many' | undefined {
    const folded = this.#fold(text);
    const meant = key === 'name' ? (this.#aliases.get(folded) ?? folded) : folded;
    const found = this.#byKey.get(`${key}:${meant}`);
    return found !== undefined && found.length > 1 ? 'many' : found?.[0];
  }

  /** The same names come again and again. */
  #fold(text: string): string {
    const known = this.#folded.get(text);
    if (known !== undefined) return known;
    const folded = foldForSearch(text);
    if (this.#folded.size < rememberedNames) this.#folded.set(text, folded);
    return folded;
  }
}
