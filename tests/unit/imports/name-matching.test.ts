import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildNameIndex, matchName } from '#shared/domain/imports/name-index.ts';
import { isSameName, type NameKind, nameKey } from '#shared/domain/imports/name-key.ts';
import { similarity } from '#shared/domain/imports/similarity.ts';

function same(a: string, b: string, kind: NameKind = 'company'): boolean {
  return isSameName(nameKey(a, kind), nameKey(b, kind));
}

describe('a name is the same', () => {
  test.each([
    ['GTXPro', 'GTX Pro', 'product'],
    ['ＧＴＸ　Ｐｒｏ', 'gtx-pro', 'product'],
    ['李 雷', '李雷', 'person'],
    ['信达科技有限公司', '信达科技', 'company'],
    ['信达科技股份有限公司', '信达科技有限责任公司', 'company'],
    ['华为技术（深圳）有限公司', '华为技术(深圳)有限公司', 'company'],
    ['Acme Co., Ltd.', 'ACME LIMITED', 'company'],
    ['Acme Corporation', 'Acme Corp', 'company'],
    ['Acme Inc.', 'acme', 'company'],
    ['Müller GmbH', 'Muller G.m.b.H.', 'company'],
    ['信\u200B达科技', '信达科技', 'company'],
  ] as const)('%s = %s', (a, b, kind) => {
    expect(same(a, b, kind)).toBe(true);
    expect(same(b, a, kind)).toBe(true);
  });

  test.each([
    ['Acme Inc', 'Acme GmbH', 'company'],
    ['信达集团', '信达有限公司', 'company'],
    ['信达分公司', '信达', 'company'],
    ['信达', '信达二期', 'company'],
    ['GTX Pro', 'GTX Plus Pro', 'product'],
    ['Acme Inc', 'Acme', 'product'],
    ['', '有限公司', 'company'],
    ['!!!', '???', 'product'],
  ] as const)('%s ≠ %s', (a, b, kind) => {
    expect(same(a, b, kind)).toBe(false);
  });

  test('and a legal form alone is still a name', () => {
    expect(nameKey('有限公司', 'company').core).toBe('有限公司');
    expect(nameKey('Limited', 'company').core).toBe('limited');
  });
});

describe('matching against known names', () => {
  const products = buildNameIndex(
    ['GTX Basic', 'GTX Pro', 'GTX Plus Pro', 'MG Special', 'GTK 500'].map((name) => ({
      id: name,
      name,
    })),
    'product',
  );

  test('finds the letter, then the spelling', () => {
    expect(matchName(products, ' GTX Pro ')).toEqual({ kind: 'exact', id: 'GTX Pro' });
    expect(matchName(products, 'GTXPro')).toEqual({ kind: 'same', id: 'GTX Pro' });
  });

  test('only suggests what is merely alike', () => {
    expect(matchName(products, 'GTX Baisc')).toMatchObject({
      kind: 'similar',
      suggestions: [{ id: 'GTX Basic', name: 'GTX Basic' }],
    });
    expect(matchName(products, 'GTXPlsPro')).toMatchObject({
      kind: 'similar',
      suggestions: [{ id: 'GTX Plus Pro' }],
    });
  });

  test('does not suggest another figure', () => {
    expect(matchName(products, 'GTK 600')).toEqual({ kind: 'none' });
  });

  test('finds nothing for nothing', () => {
    expect(matchName(products, '')).toEqual({ kind: 'none' });
    expect(matchName(products, ' ... ')).toEqual({ kind: 'none' });
    expect(matchName(buildNameIndex([], 'company'), '信达')).toEqual({ kind: 'none' });
  });

  test('suggests the same company under another legal form, first', () => {
    const index = buildNameIndex(
      [
        { id: '1', name: 'Acme GmbH' },
        { id: '2', name: 'Acmes Inc' },
      ],
      'company',
    );
    expect(matchName(index, 'Acme Inc')).toEqual({
      kind: 'similar',
      suggestions: [
        { id: '1', name: 'Acme GmbH', score: 0.97 },
        { id: '2', name: 'Acmes Inc', score: 0.8571428571428571 },
      ],
    });
  });

  test('asks where two records bear the name', () => {
    const index = buildNameIndex(
      [
        { id: '1', name: '信达科技有限公司' },
        { id: '2', name: '信达科技股份有限公司' },
      ],
      'company',
    );
    expect(matchName(index, '信达科技')).toEqual({ kind: 'ambiguous', ids: ['1', '2'] });
    expect(matchName(index, '信达科技有限公司')).toEqual({ kind: 'exact', id: '1' });
  });

  test('takes a record listed twice for one', () => {
    const twice = [1, 2].map(() => ({ id: '1', name: '信达' }));
    expect(matchName(buildNameIndex(twice, 'company'), '信达')).toEqual({ kind: 'exact', id: '1' });
  });

  test('finds every name under any spelling of it', () => {
    const word = fc.string({ unit: fc.constantFrom(...'信达abX12'), minLength: 1, maxLength: 5 });
    const restyle = (name: string) =>
      [...name.toUpperCase()]
        .map((c) =>
          c === ' '
            ? '　-'
            : c.replace(/[A-Z0-9]/, (x) => String.fromCharCode(x.charCodeAt(0) + 0xfee0)),
        )
        .join('');
    fc.assert(
      fc.property(
        fc.array(fc.array(word, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 6 }),
        (names) => {
          const records = names.map((words, index) => ({
            id: String(index),
            name: words.join(' '),
          }));
          const index = buildNameIndex(records, 'product');
          for (const { id, name } of records) {
            const match = matchName(index, restyle(name));
            const ids = match.kind === 'ambiguous' ? match.ids : 'id' in match ? [match.id] : [];
            expect(ids).toContain(id);
          }
        },
      ),
      { numRuns: 200 },
    );
  });

  /** The best of several runs of 300 look-ups of unknown names, in milliseconds. */
  function lookUpTime(size: number): number {
    const mark = (base: number, i: number) => String.fromCodePoint(base + i);
    const records = Array.from({ length: size }, (_, i) => ({
      id: String(i),
      name: `${mark(0x4e00, i % 97)}${mark(0x5e00, i % 89)}科技发展有限公司`,
    }));
    const index = buildNameIndex(records, 'company');
    const runs = Array.from({ length: 7 }, () => {
      const started = performance.now();
      for (let i = 0; i < 300; i += 1)
        matchName(index, `${mark(0x4e00, i % 97)}${mark(0x4f00, i)}科技发展有限公司`);
      return performance.now() - started;
    });
    return Math.min(...runs);
  }

  test('does not slow down with the number of names that share common words', () => {
    expect(lookUpTime(20_000)).toBeLessThan(4 * lookUpTime(2_000));
  });
});

describe('similarity', () => {
  test.each([
    ['technolgy', 'technology', 0.9],
    ['philipines', 'philippines', 0.947],
    ['abcd', 'abdc', 0.75],
    ['信达科技', '信达科枝', 0.75],
    ['', '', 1],
    ['a', 'b', 0],
  ])('of %s and %s is about %d', (a, b, score) => {
    expect(similarity(a, b)).toBeCloseTo(score, 2);
  });

  test('is even-handed and between none and all', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 100 }), fc.string({ maxLength: 100 }), (a, b) => {
        expect(similarity(a, b)).toBeCloseTo(similarity(b, a), 12);
        expect(similarity(a, b)).toBeGreaterThanOrEqual(0);
        expect(similarity(a, b)).toBeLessThanOrEqual(1);
        expect(similarity(a, a)).toBe(1);
      }),
    );
  });
});
