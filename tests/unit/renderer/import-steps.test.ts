import { expect, test } from 'vitest';
import { dayOf, momentOf } from '#renderer/features/imports/check/data-day.ts';
import { noteRemedy } from '#renderer/features/imports/check/note-remedy.ts';
import { deskParts } from '#renderer/features/imports/columns/desk-parts.ts';
import { currentStep, sumCounts } from '#renderer/features/imports/current-step.ts';
import type { DeskColumn, DeskNote, DeskSheet, ImportDesk } from '#shared/contract/imports-desk.ts';

const column: DeskColumn = {
  index: 0,
  heading: 'Close Date',
  filled: 2,
  samples: ['03/04/2026'],
  field: 'close_on',
  isChosen: false,
  dates: { order: 'dmy', isSure: false },
  amounts: null,
};

const sheet: DeskSheet = {
  id: 'sheet',
  name: 'deals.csv',
  isHidden: false,
  rowCount: 2,
  headerLine: 1,
  topRows: [],
  entity: 'deals',
  key: 'name',
  keys: ['name'],
  profile: null,
  columns: [column],
};

function deskOf(changes: Partial<ImportDesk> = {}, sheets: DeskSheet[] = [sheet]): ImportDesk {
  return {
    id: 'desk',
    files: [{ id: 'file', name: 'deals.csv', size: 10, problem: null, text: null, sheets }],
    mode: 'both',
    clearsEmpty: false,
    createsMissing: true,
    dataAsOf: '2026-11-24T01:00:00.000Z',
    rules: [],
    pipelines: [],
    names: [],
    currencies: [],
    fixCount: 0,
    check: null,
    progress: null,
    result: null,
    ...changes,
  };
}

test('a step is shown only as far as the files allow', () => {
  const leftOut = deskOf({}, [{ ...sheet, entity: null }]);
  expect(currentStep({ step: 'check' }, null)).toBe('files');
  expect(currentStep({ step: 'check' }, leftOut)).toBe('files');
  expect(currentStep({ step: 'check' }, deskOf())).toBe('check');
  expect(currentStep({}, deskOf())).toBe('files');
});

test('a finished import shows its result, and one of the log without any desk', () => {
  const result = { runId: 'run', counts: [], notes: [], returned: 0, hasEffect: true };
  expect(currentStep({ step: 'check' }, deskOf({ result }))).toBe('result');
  expect(currentStep({ step: 'result', run: 'older' }, null)).toBe('result');
  expect(currentStep({ step: 'result' }, deskOf())).toBe('check');
});

test('what only the manager knows is counted as questions, part by part', () => {
  const desk = deskOf({
    currencies: [{ code: 'USD', count: 3, rate: null }],
    names: [
      {
        kind: 'product',
        value: 'GTXPro',
        count: 1480,
        candidate: 'GTX Pro',
        isSame: true,
        isDecided: true,
      },
    ],
  });
  expect(deskParts(desk).map(({ id, questions }) => [id, questions])).toEqual([
    ['sheet', 1],
    ['names', 0],
    ['currencies', 1],
  ]);
});

test('a kind of problem leads to where it is decided, if anywhere', () => {
  const note = (code: DeskNote['code']): DeskNote => ({
    code,
    level: 'reject',
    entity: 'deals',
    field: null,
    count: 1,
  });
  expect(noteRemedy(note('other_currency'), deskOf())).toBe('currencies');
  expect(noteRemedy(note('unknown_stage'), deskOf())).toBe('stages');
  expect(noteRemedy(note('ambiguous_date'), deskOf())).toBe('sheet');
  expect(noteRemedy(note('no_such_day'), deskOf())).toBeNull();
});

test('records that rows only name count as new', () => {
  const counts = { rows: 5, create: 2, update: 1, unchanged: 1, skip: 0, reject: 1 };
  expect(
    sumCounts([
      { entity: 'deals', ...counts, alsoCreated: 0 },
      { entity: 'accounts', ...counts, create: 0, alsoCreated: 4 },
    ]),
  ).toEqual({ create: 6, update: 2, reject: 2, skip: 0 });
});

test('data of a day is as it was when the day ended, and of today as it is now', () => {
  const now = new Date(2026, 10, 24, 9, 30);
  expect(momentOf('2026-11-20', now)).toBe(new Date(2026, 10, 20, 23, 59, 59).toISOString());
  expect(momentOf('2026-11-24', now)).toBe(now.toISOString());
  expect(dayOf(momentOf('2026-11-20', now))).toBe('2026-11-20');
});
