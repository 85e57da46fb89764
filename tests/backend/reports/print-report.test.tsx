import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Section, Signatures, Table } from '#backend/reports/furniture/blocks.tsx';
import { Bar } from '#backend/reports/furniture/charts.tsx';
import { Prose, SafeText } from '#backend/reports/furniture/safe-text.tsx';
import { printReport, type ReportPage, renderReport } from '#backend/reports/render-report.tsx';
import { startPrinter, type TestPrinter } from '#tests/support/print.ts';
import { readPdf, textOf } from '#tests/support/read-pdf.ts';
import { testPlatform } from '#tests/support/start-backend.ts';

let printer: TestPrinter;
beforeAll(async () => {
  printer = await startPrinter();
});
afterAll(() => printer.close());

function print(page: Pick<ReportPage, 'body'> & Partial<ReportPage>) {
  const whole: ReportPage = { language: 'zh-CN', title: '试印', footer: '试印 · 员工版', ...page };
  return printReport(whole, testPlatform('/nowhere', { platform: printer })).then(readPdf);
}

const rows = Array.from({ length: 120 }, (_, index) => [`第${index}行`, `${index}.50`]);
const longTable = (
  <Table columns={[{ head: '项目' }, { head: '分值', align: 'end' }]} rows={rows} />
);

test('rare characters print and can be found', async () => {
  const pdf = await print({ body: <SafeText text="陈䶮 王喆 㐂 龘" /> });
  expect(textOf(pdf)).toContain('陈䶮王喆㐂龘');
});

test('every face is embedded TrueType, in Chinese and in English', async () => {
  const body = <h1>评估 Review “2026”…</h1>;
  for (const language of ['zh-CN', 'en', 'zh-en'] as const) {
    const { fonts } = await print({ language, body });
    expect(fonts.length).toBeGreaterThan(1);
    expect(fonts.filter((font) => !/^(NotoSansSC|Inter)-\w+ CIDFontType2$/.test(font))).toEqual([]);
  }
});

test('every page says which it is of how many, in the faces of the document', async () => {
  const { pages } = await print({ body: longTable });
  expect(pages.length).toBeGreaterThan(2);
  pages.forEach((page, index) => {
    const text = page.replaceAll(/\s+/g, '');
    expect(text).toContain('试印·员工版');
    expect(text).toContain(`第${index + 1}/${pages.length}页`);
  });
});

test('the head of a table repeats and no row is lost', async () => {
  const pdf = await print({ body: longTable });
  expect(pdf.pages.every((page) => page.includes('分值'))).toBe(true);
  expect(textOf(pdf).match(/第\d+行/g)).toHaveLength(120);
});

test('the file is tagged and outlined', async () => {
  const body = (
    <Section title="一 结论">
      <Bar label="3.33 / 5" share={0.67} />
      {longTable}
    </Section>
  );
  const pdf = await print({ body });
  expect(pdf.isTagged).toBe(true);
  expect(pdf.outline).toContain('一 结论');
  expect(pdf.roles).toMatchObject({ H2: 1, Figure: 1 });
  expect(pdf.roles['TH']).toBeGreaterThan(120);
});

test('signatures stay on one page', async () => {
  const labels = { signature: '签字', date: '日期' };
  for (const lines of [20, 26, 30, 32, 34, 36, 38]) {
    const body = (
      <>
        <Prose text={'一行\n'.repeat(lines)} />
        <Signatures
          sentence="已阅"
          labels={labels}
          signatories={[{ role: '甲' }, { role: '乙' }]}
        />
      </>
    );
    const { pages } = await print({ body });
    expect(pages.filter((page) => /已阅|甲|乙/.test(page))).toHaveLength(1);
  }
});

test('a draft says so across every page', async () => {
  const { pages } = await print({ body: longTable, watermark: '草稿 DRAFT' });
  expect(pages.every((page) => page.replaceAll(/\s+/g, '').includes('草稿DRAFT'))).toBe(true);
});

test('what looks like an address in a text is never asked for', async () => {
  let hits = 0;
  const canary = createServer((_, response) => {
    hits += 1;
    response.end();
  }).listen(0, '127.0.0.1');
  await once(canary, 'listening');
  const { port } = canary.address() as AddressInfo; // it listens on TCP
  const text = `<img src="http://127.0.0.1:${port}/x"><script>fetch('http://127.0.0.1:${port}')</script>`;
  const pdf = await print({ body: <Prose text={text} />, footer: text, title: text });
  canary.close();
  expect(textOf(pdf)).toContain(`<imgsrc="http://127.0.0.1:${port}/x">`);
  expect(hits).toBe(0);
});

test('the only metadata is the title', async () => {
  const { metadata } = await print({ body: 'x', title: '绩效评估报告' });
  expect(metadata).toMatchObject({ Title: '绩效评估报告' });
  expect(metadata).not.toHaveProperty('Author');
  expect(metadata).not.toHaveProperty('Subject');
  expect(metadata).not.toHaveProperty('Keywords');
});

test('faces are read from the folder of resources', async () => {
  const page: ReportPage = { language: 'en', title: 't', footer: 'f', body: 'b' };
  const resourcesDirectory = join(import.meta.dirname, 'none');
  await expect(renderReport(page, { resourcesDirectory })).rejects.toThrow('ENOENT');
});
