import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, daysBetween } from '#shared/domain/dates/local-date.ts';
import {
  applyDealEdit,
  type DealEdit,
  type DealStage,
  type DealState,
} from '#shared/domain/deals/deal-edit.ts';
import { pushesAmong } from '#tests/support/push-reference.ts';

const stage = (
  id: string,
  kind: DealStage['kind'],
  [probabilityBp, forecastCategory]: [number, DealStage['forecastCategory']],
): DealStage => ({ id, kind, sortOrder: Number(id), probabilityBp, forecastCategory });

const list = [
  stage('1', 'open', [1000, 'pipeline']),
  stage('2', 'open', [3000, 'pipeline']),
  stage('3', 'open', [7000, 'best_case']),
  stage('4', 'won', [10_000, 'closed']),
  stage('5', 'lost', [0, 'omitted']),
];
const stages = new Map(list.map((one) => [one.id, one]));
const start = '2026-01-01';

function replay(edits: readonly { after: number; edit: DealEdit }[]) {
  let on = start;
  let state: DealState | null = null;
  return edits.map(({ after, edit }) => {
    on = addDays(on, after);
    const applied = applyDealEdit(state, edit, { stages, on });
    state = applied.after;
    return { on, ...applied };
  });
}

describe('a deal that is edited', () => {
  test('takes probability and category from its stage', () => {
    const [, moved] = replay([
      { after: 0, edit: { stageId: '1' } },
      { after: 5, edit: { stageId: '3' } },
    ]);
    expect(moved).toMatchObject({
      after: { probabilityBp: 7000, forecastCategory: 'best_case', stageEnteredOn: '2026-01-06' },
      cause: 'moved',
      daysInFromStage: 5,
      isTracked: true,
    });
  });

  test('keeps what a person set until it is closed, and follows again on null', () => {
    const [, set, moved, won, reopened] = replay([
      { after: 0, edit: { stageId: '1' } },
      { after: 0, edit: { probabilityBp: 4500, forecastCategory: 'commit' } },
      { after: 0, edit: { stageId: '2' } },
      { after: 0, edit: { stageId: '4' } },
      { after: 0, edit: { stageId: '2' } },
    ]);
    for (const one of [set, moved]) {
      expect(one?.after).toMatchObject({ probabilityBp: 4500, forecastCategory: 'commit' });
    }
    expect(won?.after).toMatchObject({ probabilityBp: 10_000, forecastCategory: 'closed' });
    expect(reopened?.after).toMatchObject({ probabilityBp: 3000, isProbabilitySet: false });
  });

  test("a probability that equals the stage's is not an override", () => {
    const [, same] = replay([
      { after: 0, edit: { stageId: '2' } },
      { after: 0, edit: { probabilityBp: 3000 } },
    ]);
    expect(same).toMatchObject({ after: { isProbabilitySet: false }, isTracked: false });
  });

  test('a closing day in the past ends the stay on that day', () => {
    const [, won] = replay([
      { after: 0, edit: { stageId: '1' } },
      { after: 20, edit: { stageId: '4', closedOn: '2026-01-11' } },
    ]);
    expect(won).toMatchObject({ after: { closedOn: '2026-01-11' }, daysInFromStage: 10 });
  });

  test('a stay whose start nobody knows has no days', () => {
    const [, moved] = replay([
      { after: 0, edit: { stageId: '1', stageEnteredOn: null } },
      { after: 20, edit: { stageId: '2' } },
    ]);
    expect(moved).toMatchObject({ daysInFromStage: null, after: { stageEnteredOn: '2026-01-21' } });
  });
});

const anyEdit: fc.Arbitrary<DealEdit> = fc.record(
  {
    stageId: fc.constantFrom('1', '2', '3', '4', '5'),
    amountMinor: fc.nat(1000),
    probabilityBp: fc.option(fc.nat(10_000)),
    forecastCategory: fc.option(fc.constantFrom('commit' as const, 'omitted' as const)),
    expectedCloseOn: fc.option(fc.nat(200).map((days) => addDays(start, days))),
    ownerId: fc.option(fc.constantFrom('a', 'b')),
  },
  { requiredKeys: [] },
);
const anyLife = fc
  .array(fc.record({ after: fc.nat(20), edit: anyEdit }), { minLength: 1, maxLength: 30 })
  .map(([first, ...rest]) => [{ after: 0, edit: { ...first?.edit, stageId: '1' } }, ...rest]);

describe('any life of a deal', () => {
  test('its state is what its stage says, but for what a person set while it is open', () => {
    fc.assert(
      fc.property(anyLife, (edits) => {
        for (const { after } of replay(edits)) {
          const own = stages.get(after.stageId);
          expect(after.status).toBe(own?.kind);
          expect(after.closedOn === null).toBe(after.status === 'open');
          if (!after.isProbabilitySet) expect(after.probabilityBp).toBe(own?.probabilityBp);
          if (!after.isCategorySet) expect(after.forecastCategory).toBe(own?.forecastCategory);
          if (after.status !== 'open') {
            expect([after.isProbabilitySet, after.isCategorySet]).toEqual([false, false]);
          }
        }
      }),
    );
  });

  test('its pushes are those of all its expected closes', () => {
    fc.assert(
      fc.property(anyLife, (edits) => {
        const states = replay(edits);
        const dates = states.map(({ after }) => after.expectedCloseOn);
        const pushes = pushesAmong(dates);
        expect(states.map(({ isPush }) => isPush)).toEqual(pushes);
        expect(states.at(-1)?.after.pushCount).toBe(pushes.filter(Boolean).length);
      }),
    );
  });

  test('its stays and the present one add up to its age, over any loop', () => {
    fc.assert(
      fc.property(anyLife, (edits) => {
        const states = replay(edits);
        const last = states.at(-1);
        const stays = states.reduce((sum, one) => sum + (one.daysInFromStage ?? 0), 0);
        const present = daysBetween(last?.after.stageEnteredOn ?? start, last?.on ?? start);
        expect(stays + present).toBe(daysBetween(start, last?.on ?? start));
      }),
    );
  });
});
