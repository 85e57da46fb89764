import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ByteSource, memorySource } from '#backend/features/imports/reading/byte-source.ts';
import { decode, detectEncoding } from '#backend/features/imports/reading/encoding.ts';
import type { TextEncoding } from '#shared/contract/imports-desk.ts';
import { encodeText } from '#tests/support/encode-text.ts';

const chinese = [
  '商机名称,客户名称,负责人,阶段,金额(万元),预计成交日期',
  '信达二期设备采购,上海信达科技有限公司,李雷,商务谈判,120.5,2026-12-31',
  '华东区域网络改造项目,杭州云峰信息技术股份有限公司,韩梅梅,方案验证,36,2026-11-30',
  '年度维保续约,北京中关村软件园发展有限公司,王芳,赢单,58.8,2026-10-15',
];
const traditional = [
  '商機名稱,客戶名稱,負責人,階段,金額',
  '信達二期設備採購,臺北信達科技股份有限公司,李雷,商務談判,120',
  '華東區域網路改造專案,高雄雲峰資訊技術有限公司,韓梅,方案驗證,36',
];
const japanese = [
  '案件名,取引先,担当者,ステージ,金額',
  '東京オフィスのネットワーク更新,株式会社サンプル,山田太郎,提案中,1200000',
  'クラウド移行プロジェクト,有限会社テスト,鈴木花子,受注,500000',
];
const french = [
  'Opportunité,Société,Propriétaire,Étape,Montant',
  'Rénovation du réseau,Société Générale,Hélène Lefèvre,Négociation,12000',
  'Déploiement à Besançon,Crédit Agricole,François Noël,Gagné,8500',
];
const english = ['Deal,Account,Owner,Stage,Amount', 'Pump upgrade,Acme,Kim Lee,Won,1200'];

async function decoded(source: ByteSource, encoding: TextEncoding): Promise<string> {
  let text = '';
  for await (const chunk of decode(source, encoding)) text += chunk;
  return text;
}

type Case = [name: string, encoding: TextEncoding, lines: string[], mark: string];
const cases: Case[] = [
  ['Chinese in UTF-8', 'utf-8', chinese, ''],
  ['Chinese in UTF-8 with a mark', 'utf-8', chinese, '\ufeff'],
  ['Chinese in UTF-16LE with a mark', 'utf-16le', chinese, '\ufeff'],
  ['Chinese in UTF-16BE with a mark', 'utf-16be', chinese, '\ufeff'],
  ['Chinese in UTF-16LE', 'utf-16le', chinese, ''],
  ['Chinese in UTF-16BE', 'utf-16be', chinese, ''],
  ['English in UTF-16LE', 'utf-16le', english, ''],
  ['Chinese in GBK', 'gb18030', chinese, ''],
  ['Chinese with characters only GB18030 has', 'gb18030', [...chinese, '𠮷野家,,,,,'], ''],
  ['traditional Chinese in Big5', 'big5', traditional, ''],
  ['Japanese in Shift JIS', 'shift_jis', japanese, ''],
  ['French in Windows-1252', 'windows-1252', french, ''],
  ['plain English', 'utf-8', english, ''],
];

describe.each(cases)('%s', (_, encoding, lines, mark) => {
  test.each(['\n', '\r\n', '\r'])('is recognised or asked about, with line end %j', async (end) => {
    for (const delimiter of [',', ';', '\t']) {
      const text = lines.join(end).replaceAll(',', delimiter) + end;
      const source = memorySource(encodeText(mark + text, encoding), 5);
      const found = await detectEncoding(source);
      expect(found.encoding).toBe(encoding);
      expect(found.fitting).toContain(encoding);
      expect(await decoded(source, found.encoding)).toBe(text);
    }
  });
});

test('the usual export of a Chinese CRM in GBK needs no question', async () => {
  const source = memorySource(encodeText(chinese.join('\r\n'), 'gb18030'));
  expect(await detectEncoding(source)).toMatchObject({ encoding: 'gb18030', isCertain: true });
});

test('text too short to tell is asked about', async () => {
  const source = memorySource(encodeText('名,囧\n1,2\n', 'gb18030'));
  const found = await detectEncoding(source);
  expect(found.isCertain).toBe(false);
  expect(found.fitting.length).toBeGreaterThan(1);
});

test('bytes that fit nothing are never called certain', async () => {
  const source = memorySource(Buffer.from([0x61, 0x2c, 0xff, 0xfe, 0x81, 0x0a, 0x80, 0xff]));
  expect((await detectEncoding(source)).isCertain).toBe(false);
});

test('a bad byte after a megabyte of good text is found', async () => {
  const good = encodeText('商机,客户\n'.repeat(100_000), 'utf-8');
  const source = memorySource(Buffer.concat([good, Buffer.from([0xc3, 0x0a])]));
  expect((await detectEncoding(source)).encoding).not.toBe('utf-8');
});

test('any bytes are read exactly or asked about, and nothing is replaced unseen', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uint8Array({ maxLength: 60 }),
      fc.integer({ min: 1, max: 9 }),
      async (bytes, chunk) => {
        const source = memorySource(bytes, chunk);
        const found = await detectEncoding(source);
        if (!found.isCertain) return;
        const text = await decoded(source, found.encoding);
        expect(text.includes('\ufffd') && found.encoding !== 'utf-8').toBe(false);
      },
    ),
    { numRuns: 2000 },
  );
});
