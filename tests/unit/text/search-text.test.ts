import { DatabaseSync } from 'node:sqlite';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countGraphemes, fitLength, truncateGraphemes } from '#shared/domain/text/graphemes.ts';
import { foldForSearch, toIndexText, toMatchQuery } from '#shared/domain/text/search-text.ts';

function search(texts: string[], typed: string): string[] {
  const database = new DatabaseSync(':memory:');
  database.exec("create virtual table entry using fts5(body, tokenize = 'unicode61')");
  const insert = database.prepare('insert into entry (rowid, body) values (?, ?)');
  for (const [index, text] of texts.entries()) insert.run(index, toIndexText(text));
  const query = toMatchQuery(typed);
  const rows = query
    ? database.prepare('select rowid from entry where entry match ? order by rowid').all(query)
    : [];
  database.close();
  return rows.map(({ rowid }) => texts[Number(rowid)] ?? '');
}

describe('folding for search', () => {
  test.each([
    ['ＧＴＸ　Ｐｒｏ', 'gtx pro'],
    ['Café Zürich', 'cafe zurich'],
    ['信\u200B达', '信达'],
    ['ｶﾞｲﾄﾞ', 'ガイド'],
    ['  a \n b ', 'a b'],
    ['①号', '1号'],
  ])('%j becomes %j', (text, folded) => {
    expect(foldForSearch(text)).toBe(folded);
  });

  test('folding twice changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const once = foldForSearch(text);
        expect(foldForSearch(once)).toBe(once);
      }),
    );
  });
});

describe('full-text search', () => {
  const texts = ['信达二期项目', '达信集团', '信息化改造 Phase2', 'GTX Pro 2000', '上海信达,续约'];

  test('finds words of one and two characters', () => {
    expect(search(texts, '信达')).toEqual(['信达二期项目', '上海信达,续约']);
    expect(search(texts, '达')).toEqual(['信达二期项目', '达信集团', '上海信达,续约']);
  });

  test('finds Latin words by their beginning, in any width and case', () => {
    expect(search(texts, 'ｐｈａ')).toEqual(['信息化改造 Phase2']);
    expect(search(texts, 'gtx 20')).toEqual(['GTX Pro 2000']);
  });

  test('needs every word, in any order', () => {
    expect(search(texts, '项目 信达')).toEqual(['信达二期项目']);
    expect(search(texts, '改造 pro')).toEqual([]);
  });

  test('splits what is typed without blanks', () => {
    expect(search(texts, '改造phase2')).toEqual(['信息化改造 Phase2']);
  });

  test('reads no operator in what is typed', () => {
    expect(toMatchQuery('信达 pro"*')).toBe('"信 达" AND "pro"*');
    for (const typed of [
      'NEAR(a b',
      'a OR b',
      '"',
      "'",
      '*',
      '%_',
      '-x',
      '^y',
      'body:信',
      '((',
      'a AND',
    ]) {
      expect(() => search(texts, typed)).not.toThrow();
    }
  });

  test('asks for nothing when nothing can be looked for', () => {
    expect(['', '  ', '"*"', '。,'].map(toMatchQuery)).toEqual([null, null, null, null]);
  });

  test('cuts a query of ten kilobytes', () => {
    expect(toMatchQuery('信达 '.repeat(3_000))).toBe('"信 达"');
  });

  test('finds any text by any of its words', () => {
    const word = fc.string({ unit: fc.constantFrom(...'信达ab1éＸ'), minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 5 }), fc.nat(4), (words, pick) => {
        const text = words.join(' ');
        expect(search([text], words[pick % words.length] ?? '')).toEqual([text]);
      }),
      { numRuns: 60 },
    );
  });
});

describe('graphemes', () => {
  test('a text that fits a field is cut before the character that does not fit', () => {
    expect(fitLength('信达二期', 4)).toBe('信达二期');
    expect(fitLength('信达二期项目', 4)).toBe('信达二…');
    expect(fitLength('信达𠮷野家', 4)).toBe('信达…');
    expect(fitLength('👨‍👩‍👧', 4)).toBe('…');
  });

  test('are what a person counts', () => {
    expect(countGraphemes('👨‍👩‍👧e\u0301达')).toBe(3);
  });

  test('are never cut in half', () => {
    expect(truncateGraphemes('👨‍👩‍👧👨‍👩‍👧👨‍👩‍👧', 2)).toBe('👨‍👩‍👧…');
    expect(truncateGraphemes('信达二期项目', 4)).toBe('信达二…');
  });

  test('stay whole when they fit', () => {
    expect(truncateGraphemes('信达', 2)).toBe('信达');
    expect(truncateGraphemes('👨‍👩‍👧👨‍👩‍👧', 2)).toBe('👨‍👩‍👧👨‍👩‍👧');
    expect(truncateGraphemes('信达', 0)).toBe('');
  });

  test('a cut text is never longer than the limit', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.integer({ min: 1, max: 20 }),
        (text, limit) => {
          expect(countGraphemes(truncateGraphemes(text, limit))).toBeLessThanOrEqual(limit);
        },
      ),
    );
  });
});
