import { join } from 'node:path';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { cssText } from '#backend/reports/furniture/css-text.ts';
import { fontFaces } from '#backend/reports/furniture/fonts.ts';
import { Prose, SafeText, toParagraphs } from '#backend/reports/furniture/safe-text.tsx';
import { renderReport } from '#backend/reports/render-report.tsx';

const resourcesDirectory = join(import.meta.dirname, '../../../resources');

test('a document carries only the faces its text needs, and all of them inside', async () => {
  const latin = await fontFaces(resourcesDirectory, 'Quota 100%');
  const rare = await fontFaces(resourcesDirectory, '䶮');
  expect(latin).toContain("font-family:'Inter';font-weight:400");
  expect(rare).toContain("font-family:'Noto Sans SC';font-weight:700");
  expect(rare.match(/@font-face/g)).toHaveLength(2);
  expect(rare.match(/url\((?!data:font\/woff2;base64,)/)).toBeNull();
});

test('text is never markup, and characters that hide are shown as chips', () => {
  const html = renderToStaticMarkup(<SafeText text={'<b>李\u202E雷</b>'} />);
  expect(html).toBe(
    '<bdi>&lt;b&gt;李<span class="hidden-character">U+202E</span>雷&lt;/b&gt;</bdi>',
  );
});

test('a paragraph of 50,000 characters is cut without breaking one', () => {
  const text = `${'文'.repeat(19_999)}😀${'字'.repeat(30_000)}`;
  const pieces = toParagraphs(text);
  expect(pieces.join('')).toBe(text);
  expect(pieces.every((piece) => piece.length <= 20_000 && piece.isWellFormed())).toBe(true);
});

test('blank lines only part the paragraphs of a note', () => {
  const html = renderToStaticMarkup(<Prose text={'一\r\n\r\n  \n二'} />);
  expect(html.match(/<p /g)).toHaveLength(2);
});

test('a text in the foot of the page cannot leave its string', () => {
  expect(cssText('a"b</style>\n陈静')).toBe('"a\\22 b\\3c \\2f style\\3e \\a 陈静"');
});

test('the page has no script, no address and an escaped title', async () => {
  const page = { language: 'en', title: '</title><script>', footer: 'a', body: 'x' } as const;
  const html = await renderReport(page, { resourcesDirectory });
  expect(html).toContain('<title>&lt;/title&gt;&lt;script&gt;</title>');
  expect(html.replaceAll(/url\(data:font[^)]*\)/g, '')).not.toMatch(/<script|https?:|url\(/);
});
