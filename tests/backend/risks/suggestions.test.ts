import { afterAll, afterEach, beforeEach, expect, test } from 'vitest';
import { buildDeal } from '#tests/support/builders/deal.ts';
import {
  removeTestDirectories,
  startBackend,
  type TestBackend,
} from '#tests/support/start-backend.ts';

let backend: TestBackend;
beforeEach(async () => {
  backend = await startBackend({ now: '2026-09-01T02:00:00.000Z' });
});
afterEach(() => backend.stop());
afterAll(removeTestDirectories);

/** A deal that nobody touched for 84 days, without a next step and past its close date. */
async function neglectedDeal(name = '信达二期'): Promise<string> {
  const id = await buildDeal(backend, { name, expectedCloseOn: '2026-10-01' });
  backend.platform.clock.set('2026-11-24T02:00:00.000Z');
  return id;
}

test('a deal in danger is proposed with the rules that fired, most points first', async () => {
  const dealId = await neglectedDeal();
  const { suggestions, total } = await backend.client.risks.listSuggestions();
  expect(total).toBe(1);
  expect(suggestions).toMatchObject([
    {
      dealId,
      dealName: '信达二期',
      level: 'at_risk',
      reasons: [
        { rule: 'no_activity', value: 84 },
        { rule: 'close_date_passed', value: 54 },
        { rule: 'no_next_step', value: null },
      ],
    },
  ]);
});

test('a healthy deal is not proposed', async () => {
  await buildDeal(backend, { nextStep: '提交报价', nextStepOn: '2026-09-03' });
  expect(await backend.client.risks.listSuggestions()).toEqual({ suggestions: [], total: 0 });
});

test('a deal taken into the register is a risk with its cause, and is proposed no more', async () => {
  const dealId = await neglectedDeal();
  const [risk] = await backend.client.risks.acceptSuggestions({ dealIds: [dealId] });
  expect(risk).toMatchObject({
    title: '商机「信达二期」可能推迟或丢失',
    category: 'deal',
    ruleCode: 'no_activity',
    cause: '84 天没有活动\n关单日已过 54 天\n没有下一步',
    links: [{ kind: 'deal', id: dealId }],
  });
  expect((await backend.client.risks.listSuggestions()).total).toBe(0);
  await backend.client.workspace.undo();
  expect((await backend.client.risks.listSuggestions()).total).toBe(1);
});

test('a dismissed deal is proposed again after the day it was dismissed to', async () => {
  const dealId = await neglectedDeal();
  await backend.client.risks.dismissSuggestion({
    dealId,
    reason: '客户年底冻结预算',
    untilOn: '2026-12-31',
  });
  expect((await backend.client.risks.listSuggestions()).total).toBe(0);
  backend.platform.clock.set('2027-01-01T02:00:00.000Z');
  expect((await backend.client.risks.listSuggestions()).total).toBe(1);
});
