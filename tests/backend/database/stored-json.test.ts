import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { AppError } from '#backend/app-error.ts';
import { type StoredJson, storedJson } from '#backend/database/stored-json.ts';
import { storedFact } from '#backend/features/coaching/points/point.repository.ts';
import { storedSnapshot } from '#backend/features/coaching/sessions/session-snapshot.ts';
import {
  storedColumns,
  storedFilter,
  storedSort,
} from '#backend/features/deals/deal-view.repository.ts';
import { storedReport } from '#backend/features/imports/import-log.repository.ts';
import { storedChoices } from '#backend/features/imports/planning/profile.ts';
import { storedContent } from '#backend/features/reviews/review-content.ts';
import {
  storedFacts,
  storedPerson,
  storedTemplate,
  storedTemplateContent,
} from '#backend/features/reviews/review-row.ts';

const first = z.object({ name: z.string() });
const second = z.object({ names: z.array(z.string()) });
const stored = storedJson(
  first.transform(({ name }) => ({ names: [name] })),
  second,
);

test('an older shape is lifted to the shape of today', () => {
  expect(stored.read('{"content":{"name":"陈静"},"version":1}')).toEqual({ names: ['陈静'] });
});

test('what is written carries the newest version and is read back as it was', () => {
  const text = stored.write({ names: ['a', 'b'] });
  expect(text).toBe('{"content":{"names":["a","b"]},"version":2}');
  expect(stored.read(text)).toEqual({ names: ['a', 'b'] });
});

test('what a newer app wrote is refused in plain words, or left out where a list can do so', () => {
  const newer = '{"content":{"people":[]},"version":3}';
  expect(() => stored.read(newer)).toThrow(new AppError('saved_by_newer'));
  expect(stored.readIfKnown(newer)).toBeNull();
});

test('content that could not be read back is never written', () => {
  const wrong = { names: [7] } as unknown as { names: string[] };
  expect(() => stored.write(wrong)).toThrow(z.ZodError);
});

const id = '00000000-0000-7000-8000-000000000001';
const kept = (content: unknown) => JSON.stringify({ content, version: 1 });
const fixture = (name: string) =>
  readFileSync(join(import.meta.dirname, '../../fixtures/stored-json', name), 'utf8');
const template = fixture('template.v1.json');

/** As version 1 wrote them. Never edited: a shape that changes gets a version and a line more. */
const literals: [string, StoredJson<unknown>, string][] = [
  ['session', storedSnapshot, fixture('session-snapshot.v1.json')],
  ['review template', storedTemplate, template],
  ['template content', storedTemplateContent, kept(JSON.parse(template).content.content)],
  [
    'reviewed person',
    storedPerson,
    kept({
      ...{ name: '陈静', employeeNo: 'A-102', roleTitle: '客户经理', level: 'P5', team: '华东' },
      ...{ managerName: '王敏', joinedOn: '2024-03-01' },
    }),
  ],
  [
    'evidence',
    storedFacts,
    kept({ outcome: 'won', amountMinor: 17000000, accountName: '云帆半导体' }),
  ],
  [
    'talking point',
    storedFact,
    kept({
      ...{ rule: 'stuck_deal', dealId: id, name: 'ERP 续签', amountMinor: 15600000 },
      reasons: [{ code: 'slow_stage', days: 66, medianDays: 12, basis: 'own', n: 11 }],
    }),
  ],
  ['filter of a view', storedFilter, kept({ text: 'erp', statuses: ['open'], ownerIds: ['none'] })],
  ['order of a view', storedSort, kept({ by: 'closeOn', descending: false })],
  ['columns of a view', storedColumns, kept(['name', 'amount'])],
  [
    'import',
    storedReport,
    kept({
      files: [{ name: 'deals.csv', size: 1024 }],
      counts: [
        {
          ...{ entity: 'deals', rows: 3, create: 1, update: 1, unchanged: 0 },
          ...{ skip: 0, reject: 1, alsoCreated: 2 },
        },
      ],
      notes: [
        { code: 'not_a_date', level: 'reject', entity: 'deals', field: 'closed_on', count: 1 },
      ],
    }),
  ],
  [
    'import profile',
    storedChoices,
    kept({
      ...{ entity: 'deals', key: 'external_id', mode: 'both', clearsEmpty: false },
      columns: [{ heading: '商机名称', field: 'name' }],
      ...{ createsMissing: true, rules: [], pipelines: [], stages: [] },
      names: [{ kind: 'account', value: 'GTX Pro', isSame: true }],
    }),
  ],
];

test.each(literals)('a %s of version 1 is read whole', (_, parser, text) => {
  expect(parser.read(text)).toEqual(JSON.parse(text).content);
});

test('a final review of version 1 gives back what was computed when it became final', () => {
  const text = fixture('review-content.v1.json');
  const { coaching, previous, score, setting } = JSON.parse(text).content;
  expect(storedContent.read(text)).toEqual({ coaching, previous, score, setting });
});
