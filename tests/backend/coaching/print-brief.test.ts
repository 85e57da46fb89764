import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Language } from '#shared/contract/fields.ts';
import { buildActivity } from '#tests/support/builders/activity.ts';
import { buildDeal } from '#tests/support/builders/deal.ts';
import { buildPerson } from '#tests/support/builders/person.ts';
import { buildCommitment, holdSession } from '#tests/support/builders/session.ts';
import { startPrinter, type TestPrinter } from '#tests/support/print.ts';
import { readDocument } from '#tests/support/read-document.ts';
import { readPdf, textOf } from '#tests/support/read-pdf.ts';
import {
  removeTestDirectories,
  startBackend,
  type TestBackend,
} from '#tests/support/start-backend.ts';

let printer: TestPrinter;
let backend: TestBackend;
beforeAll(async () => {
  printer = await startPrinter();
});
beforeEach(async () => {
  backend = await startBackend({ platform: printer });
});
afterEach(() => backend.stop());
afterAll(async () => {
  await printer.close();
  removeTestDirectories();
});

const languages: readonly Language[] = ['zh-CN', 'en'];

async function print(personId: string, language: Language, sessionId: string | null = null) {
  const { client } = backend;
  const document = await client.coaching.printBrief({ personId, sessionId, language });
  return { document, pdf: await readPdf(await readDocument(backend, document.id)) };
}

const longName = '信达集团华东区域智能制造执行系统与设备预测维护一体化平台二期扩容及年度续约项目';

/** Every list longer than its room, every name longer than its line. */
async function fullestPerson(): Promise<string> {
  const { client, platform } = backend;
  const { id: personId } = await buildPerson(backend, {
    name: '欧阳䶮静'.repeat(6),
    roleTitle: '高级大客户经理'.repeat(5),
    joinedOn: '2024-01-01',
  });
  platform.clock.set('2026-09-20T01:00:00.000Z');
  for (let n = 0; n < 20; n += 1) {
    await buildDeal(backend, {
      ownerId: personId,
      name: `${longName} ${n}`,
      amountMinor: 123_456_789_00 + n,
      expectedCloseOn: '2026-10-01',
      nextStep: longName,
    });
  }
  const cells = [{ personId, periodStartOn: '2026-10-01', amountMinor: 999_999_999_00 }];
  await client.people.setQuotas({ cells });
  for (let week = 0; week < 9; week += 1) {
    const at = new Date(Date.parse('2026-09-21T03:00:00.000Z') + week * 7 * 86_400_000);
    const happenedAt = at.toISOString();
    for (let n = 0; n < 6; n += 1) await buildActivity(backend, { personId, happenedAt });
  }
  await holdSession(backend, { personId, at: '2026-10-20T01:00:00.000Z' });
  platform.clock.set('2026-10-25T01:00:00.000Z');
  const { deals } = {
    deals: await client.deals.listDealIds({ filter: {}, sort: { by: 'name', descending: false } }),
  };
  for (const id of deals.slice(0, 9)) {
    await client.deals.editDeal({ id, facts: { expectedCloseOn: '2027-02-01', amountMinor: 7 } });
  }
  for (let n = 0; n < 15; n += 1) {
    await buildCommitment(backend, { personId, text: `${longName}${n}`, dueOn: '2026-11-01' });
  }
  platform.clock.set('2026-11-24T01:00:00.000Z');
  return personId;
}

test('the emptiest person has exactly one page that claims nothing, in both languages', async () => {
  const { id } = await buildPerson(backend, { name: '新人' });
  for (const language of languages) {
    const { pdf } = await print(id, language);
    expect(pdf.pages).toHaveLength(1);
    expect(textOf(pdf)).toContain(language === 'en' ? 'Nodatayet' : '暂无数据');
    expect(textOf(pdf)).not.toMatch(/[¥$]0(?!\d)/);
    expect(textOf(pdf)).toContain(language === 'en' ? 'Page1/1' : '第1/1页');
  }
});

test('the fullest person has exactly one page too, with what is left out counted', async () => {
  const id = await fullestPerson();
  for (const language of languages) {
    const { pdf } = await print(id, language);
    expect(pdf.pages).toHaveLength(1);
    const text = textOf(pdf);
    // 15 commitments in room for 6; 20 stuck deals in room for 5; 9 moves in room for 5.
    expectMore(text, language, [9, 15, 4]);
    expectGrow(text, language);
    expect(pdf.size.map(Math.round)).toEqual([595, 842]);
  }
}, 60_000);

test('long talking points take their room from the stuck deals, not from the questions', async () => {
  const { client } = backend;
  const id = await fullestPerson();
  const point = { personId: id, sessionId: null, source: 'manager' } as const;
  const keys: string[] = [];
  for (const text of ['一', '二', '三']) {
    const key = await client.coaching.addPoint({ ...point, text: `${text}${longName}${longName}` });
    keys.push(key);
    await client.coaching.setPointVisibility({ personId: id, key, visibility: 'shared' });
  }
  await client.coaching.orderPoints({ personId: id, sessionId: null, keys });
  for (const language of languages) {
    const { pdf } = await print(id, language);
    expect(pdf.pages).toHaveLength(1);
    const text = textOf(pdf);
    for (const first of ['一信达', '二信达', '三信达']) expect(text).toContain(first);
    expectMore(text, language, [17]);
    expectGrow(text, language);
  }
}, 60_000);

function expectMore(text: string, language: Language, counts: readonly number[]): void {
  for (const count of counts) {
    expect(text).toContain(language === 'en' ? `${count}more` : `另${count}项`);
  }
}

/** The foot of the page is there: a question for each step. */
function expectGrow(text: string, language: Language): void {
  const steps =
    language === 'en'
      ? ['GGoal', 'RReality', 'OOptions', 'WWill']
      : ['G目标', 'R现状', 'O方案', 'W行动'];
  for (const step of steps) expect(text).toContain(step);
}

test('nothing private reaches the paper or the file', async () => {
  const { client } = backend;
  const { id: personId } = await buildPerson(backend);
  const sentinel = 'SENTINEL';
  const note = { table: 'person', id: personId, field: 'private_note' };
  await client.texts.saveText({ ...note, text: sentinel });
  await buildCommitment(backend, { personId, text: `${sentinel}1`, visibility: 'private' });
  const secret = { personId, visibility: 'private' } as const;
  await buildCommitment(backend, { ...secret, text: `${sentinel}3`, dueOn: '2026-11-01' });
  const { id: keptId } = await buildCommitment(backend, {
    ...secret,
    text: `${sentinel}4`,
    dueOn: '2026-11-24',
  });
  const done = { status: 'done', note: '', sessionId: null } as const;
  await client.coaching.settleCommitment({ commitmentId: keptId, ...done });
  await buildCommitment(backend, { personId, text: '公开的承诺' });
  const point = { personId, sessionId: null, source: 'manager' } as const;
  await client.coaching.addPoint({ ...point, text: `${sentinel}2` });
  const key = await client.coaching.addPoint({ ...point, text: '公开的议题' });
  await client.coaching.setPointVisibility({ personId, key, visibility: 'shared' });
  const before = await print(personId, 'zh-CN');
  const { id: sessionId } = await client.coaching.startSession({ personId, sessionId: null });
  for (const [table, field] of [
    ['grow_record', 'goal_topic'],
    ['grow_record', 'reality_facts'],
    ['grow_record', 'will_action'],
    ['coaching_session', 'private_note'],
  ] as const) {
    await client.texts.saveText({ table, id: sessionId, field, text: `${sentinel} ${field}` });
  }
  for (const { pdf, document } of [before, await print(personId, 'zh-CN', sessionId)]) {
    expect(textOf(pdf)).toContain('公开的承诺');
    expect(textOf(pdf)).toContain('公开的议题');
    const everything = JSON.stringify([pdf, document]);
    expect(everything).not.toContain(sentinel);
  }
});

test('a session prints the brief it started with, and each print keeps a name of its own', async () => {
  const { client, platform } = backend;
  const { id: personId } = await buildPerson(backend);
  await buildCommitment(backend, { personId, text: '当时的承诺' });
  const { id: sessionId } = await client.coaching.startSession({ personId, sessionId: null });
  platform.clock.set('2026-12-20T01:00:00.000Z');
  await buildCommitment(backend, { personId, text: '后来的承诺' });
  const first = await print(personId, 'zh-CN', sessionId);
  const second = await print(personId, 'zh-CN', sessionId);
  expect(textOf(first.pdf)).toContain('当时的承诺');
  expect(textOf(first.pdf)).not.toContain('后来的承诺');
  expect(first.document).toMatchObject({
    kind: 'brief',
    name: '2026-11-24_一对一简报_李雷.pdf',
    personId,
    subjectId: sessionId,
  });
  expect(second.document.name).toBe('2026-11-24_一对一简报_李雷_2.pdf');
});

test('the page is tagged and its faces are embedded', async () => {
  const { id } = await buildPerson(backend);
  const { pdf } = await print(id, 'zh-CN');
  expect(pdf.isTagged).toBe(true);
  expect(pdf.outline.length).toBeGreaterThan(5);
  expect(pdf.fonts.filter((font) => !/^(NotoSansSC|Inter)-\w+ CIDFontType2$/.test(font))).toEqual(
    [],
  );
});
