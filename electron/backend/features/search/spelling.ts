import { pinyin } from 'pinyin-pro';
import { foldForSearch } from '#shared/domain/text/search-text.ts';

/** How a name is typed by who does not switch to Chinese. */
export type Spelling = {
  /** `xdeq` for 信达二期, `ds` for Darcel Schlecht. */
  initials: string;
  /**
   * Words of the full-text table: from each syllable on, the initials and the whole pinyin, so
   * that `eq` and `erqi` find 信达二期 as well.
   */
  words: string;
};

/** Longer names are typed by their beginning. */
const spelledSyllables = 16;

export function spell(name: string): Spelling {
  const usual = syllables(name, 'off');
  // A name that starts like a surname may be one: 单 is dan, and as a surname shan.
  const asSurname = syllables(name, 'head');
  const words = [usual, asSurname].flatMap((parts) => [
    ...endings(parts.map((part) => part.charAt(0))),
    ...endings(parts),
  ]);
  return { initials: initialsOf(usual), words: [...new Set(words)].join(' ') };
}

function initialsOf(parts: readonly string[]): string {
  return parts.map((part) => part.charAt(0)).join('');
}

function syllables(name: string, surname: 'off' | 'head'): string[] {
  const parts = pinyin(foldForSearch(name), {
    type: 'array',
    toneType: 'none',
    nonZh: 'consecutive',
    v: true,
    surname,
  });
  return parts.flatMap((part) => part.match(/[a-z]+|\d+/g) ?? []).slice(0, spelledSyllables);
}

/** `[xin, da]` → `xinda`, `da`. */
function endings(parts: readonly string[]): string[] {
  return parts.map((_, index) => parts.slice(index).join(''));
}
