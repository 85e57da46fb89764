import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isBlank, isBlankCell } from '#shared/domain/text/blank.ts';
import {
  hasHiddenCharacters,
  markHiddenCharacters,
  stripHiddenCharacters,
} from '#shared/domain/text/hidden-characters.ts';

describe('hidden characters', () => {
  test('are cut out of the text and named', () => {
    expect(markHiddenCharacters('a\u202Eb\u200Bc\u{E0041}')).toEqual([
      { kind: 'text', text: 'a' },
      { kind: 'direction', text: '\u202E', code: 'U+202E' },
      { kind: 'text', text: 'b' },
      { kind: 'zero_width', text: '\u200B', code: 'U+200B' },
      { kind: 'text', text: 'c' },
      { kind: 'tag', text: '\u{E0041}', code: 'U+E0041' },
    ]);
  });

  const listed = [
    [0x202a, 0x202e],
    [0x2066, 0x2069],
    [0x200b, 0x200f],
    [0xfeff, 0xfeff],
    [0xe0000, 0xe007f],
  ] as const;

  test.each(listed)('every one from %i to %i is found', (from, to) => {
    for (let code = from; code <= to; code += 1) {
      const text = `信${String.fromCodePoint(code)}达`;
      expect(hasHiddenCharacters(text)).toBe(true);
      expect(stripHiddenCharacters(text)).toBe('信达');
    }
  });

  test.each(['李雷', '👨‍👩‍👧‍👦', '👩🏽‍💻 ok', '🏳️‍🌈', '🏴󠁧󠁢󠁥󠁮󠁧󠁿', 'Ünïcödé', ''])(
    '%j has none',
    (text) => {
      expect(hasHiddenCharacters(text)).toBe(false);
      expect(stripHiddenCharacters(text)).toBe(text);
    },
  );

  test('a joiner with no emoji beside it is shown', () => {
    expect(hasHiddenCharacters('a\u200Db')).toBe(true);
    expect(hasHiddenCharacters('👍\u200D')).toBe(true);
  });

  test('the segments of any text are that text', () => {
    const unit = fc.constantFrom(
      'a',
      '达',
      '👨‍👩‍👧',
      '\u202E',
      '\u200D',
      '\uFEFF',
      '\u{E0067}',
      '\uD800',
    );
    fc.assert(
      fc.property(fc.string({ unit }), (text) => {
        const segments = markHiddenCharacters(text);
        expect(segments.map((segment) => segment.text).join('')).toBe(text);
      }),
    );
  });

  test('a long text with an emoji in every word is cut in linear time', () => {
    const text = '商机👍 \u200B'.repeat(2_000);
    expect(markHiddenCharacters(text).filter((segment) => segment.kind !== 'text')).toHaveLength(
      2_000,
    );
  });
});

describe('blank text', () => {
  test('is nothing a person could see', () => {
    expect(['', ' ', '\u3000', '\u200B\uFEFF', null, undefined].every(isBlank)).toBe(true);
    expect(['0', '-', '无'].some(isBlank)).toBe(false);
  });

  test('in an export has its own marks', () => {
    expect(['-', '--', 'N/A', '＃Ｎ／Ａ', 'NULL', '无', '暂无', ' '].every(isBlankCell)).toBe(true);
    expect(['0', '无锡', 'nana', '-5'].some(isBlankCell)).toBe(false);
  });
});
