import { nameKey } from '#shared/domain/imports/name-key.ts';

/** A name that must not be read, and whose it is. */
export type HiddenName = Readonly<{ text: string; kind: 'account' | 'deal'; id: string }>;

/** Shorter names stand for too much else. */
const leastLength = 2;

/**
 * Replaces every one of the names in a text, the longest first, whatever their case and blanks; a
 * Latin name only where it stands as words of its own. 'Acme 的二期', Acme → 客户 1 的二期.
 */
export function nameHider(
  names: readonly HiddenName[],
  say: (name: HiddenName) => string,
): (text: string) => string {
  const known = new Map<string, HiddenName>();
  for (const name of names) {
    const key = keyOf(name.text);
    if ([...key].length >= leastLength && !known.has(key)) known.set(key, name);
  }
  return (text) => {
    const looked = keyOf(text);
    const found = [...known.keys()].filter((key) => looked.includes(key));
    if (found.length === 0) return text;
    const pattern = found.sort((a, b) => b.length - a.length).map(patternOf);
    return text.replace(new RegExp(pattern.join('|'), 'giu'), (match) => {
      const name = known.get(keyOf(match));
      return name === undefined ? match : say(name);
    });
  };
}

function keyOf(text: string): string {
  return text.trim().replace(/\s+/g, ' ').toLowerCase();
}

function patternOf(key: string): string {
  const words = key.split(' ').map((word) => word.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&'));
  const isLatin = (character = '') => /[\p{Script=Latin}\p{N}]/u.test(character);
  const before = isLatin(key[0]) ? '(?<![\\p{Script=Latin}\\p{N}])' : '';
  const after = isLatin(key.at(-1)) ? '(?![\\p{Script=Latin}\\p{N}])' : '';
  return `${before}${words.join('\\s+')}${after}`;
}

/** A company's name as people say it: '信达科技有限公司' → '信达科技'; null without a legal form. */
export function shortCompanyName(name: string): string | null {
  const { core, form } = nameKey(name, 'company');
  if (form === null) return null;
  for (let end = 1; end < name.length; end += 1) {
    const start = name.slice(0, end);
    if (nameKey(start, 'person').full === core) return start.trim();
  }
  return null;
}
