import fc from 'fast-check';
import { expect, test } from 'vitest';
import { noChoices } from '#backend/features/imports/planning/desk-choices.ts';
import { proposePipelines } from '#backend/features/imports/planning/propose-pipelines.ts';
import {
  orderedStages,
  stageProbabilities,
} from '#backend/features/imports/planning/stage-order.ts';
import type { StageCount, Survey } from '#backend/features/imports/planning/survey.ts';

/** Deals of a stage with the probabilities beside them, in percent. */
function stage(name: string, chances: readonly number[] = [], more: Partial<StageCount> = {}) {
  const bp = chances.map((percent) => percent * 100);
  const none = { withoutAmount: 0, withProduct: 0, withoutSale: 0, started: 0 };
  return {
    pipeline: '',
    stage: name,
    status: '',
    count: Math.max(10, bp.length),
    ...none,
    probabilityBp: bp.reduce((sum, one) => sum + one, 0),
    probabilities: bp.length,
    lowestBp: bp.length === 0 ? 0 : Math.min(...bp),
    highestBp: Math.max(0, ...bp),
    ...more,
  };
}

const emptySurvey: Survey = {
  stages: [],
  names: { person: [], account: [], product: [] },
  own: { person: [], account: [], product: [] },
  currencies: [],
  dealsWithoutName: 0,
  peopleWithManager: 0,
  hasPrices: false,
};

const names = (stages: readonly StageCount[]) => orderedStages(stages).map((one) => one.stage);
const each = (percent: number) => Array.from({ length: 6 }, () => percent);
/** Six chances that are not the same, of the given mean. */
const about = (percent: number) => [-5, 5, -5, 5, -5, 5].map((by) => percent + by);

/** The first stages of the usual CRMs as they come with them. */
const usual = [
  [
    'Prospecting',
    'Qualification',
    'Needs Analysis',
    'Value Proposition',
    'Id. Decision Makers',
    'Perception Analysis',
    'Proposal/Price Quote',
    'Negotiation/Review',
  ],
  [
    'Appointment scheduled',
    'Qualified to buy',
    'Presentation scheduled',
    'Decision maker bought-in',
    'Contract sent',
  ],
  ['Qualified', 'Contact Made', 'Demo Scheduled', 'Proposal Made', 'Negotiations Started'],
  ['New', 'Qualified', 'Proposition'],
  ['Qualify', 'Develop', 'Propose', 'Close'],
  ['初步接触', '需求沟通', '方案报价', '商务谈判', '合同签订'],
  ['验证客户', '需求确定', '方案/报价', '谈判审核'],
  ['潜在客户', '意向客户', '需求分析', '产品演示', '投标', '商务谈判', '待签约'],
];

test.each(usual.map((stages) => [stages]))('%j are known by their names', (stages) => {
  const unordered = stages.toReversed().map((name) => stage(name));
  expect(names(unordered)).toEqual(stages);
});

test('win rates that happen to fall do not turn known stages around', () => {
  const stages = [
    stage('需求确认', about(60)),
    stage('商务谈判', about(40)),
    stage('初步接触', about(50)),
  ];
  expect(names(stages)).toEqual(['初步接触', '需求确认', '商务谈判']);
  expect(stageProbabilities(orderedStages(stages))).toEqual([1500, 3000, 8000]);
});

test('probabilities that the CRM sets by the stage are its own order', () => {
  const stages = [
    stage('合同审批', each(40)),
    stage('商务谈判', each(70)),
    stage('报价', each(20)),
  ];
  expect(names(stages)).toEqual(['报价', '合同审批', '商务谈判']);
  expect(stageProbabilities(orderedStages(stages))).toEqual([2000, 4000, 7000]);
});

test('how deals of a stage ended says nothing about the chance of those still in it', () => {
  const lost = stage('甲', each(0), { status: '输单' });
  const stages = [stage('甲', each(60)), lost, stage('乙', each(30)), stage('赢单', each(100))];
  const survey: Survey = { ...emptySurvey, stages };
  const [pipeline] = proposePipelines({
    survey,
    known: [],
    choices: noChoices,
    fallbackName: 'CRM',
  });
  expect(pipeline?.stages.map(({ value, target }) => [value, target])).toMatchObject([
    ['乙', { probabilityBp: 3000 }],
    ['甲', { probabilityBp: 6000 }],
    ['赢单', { kind: 'won' }],
  ]);
});

test('numbers in front of the names are the order, whatever they mean', () => {
  const stages = ['3-需求', '1-谈判', '2-报价', '10-线索'].map((name) => stage(name));
  expect(names(stages)).toEqual(['1-谈判', '2-报价', '3-需求', '10-线索']);
});

test('an unknown stage stands where at least five deals of it put it', () => {
  const known = [stage('初步接触'), stage('商务谈判')];
  expect(names([...known, stage('甲', about(90))])).toEqual(['初步接触', '商务谈判', '甲']);
  expect(names([...known, stage('甲', [95, 85, 90, 90])])).toEqual(['初步接触', '甲', '商务谈判']);
});

test('among unknown stages the one with more deals that were begun is the later', () => {
  const stages = [stage('甲', [], { started: 9 }), stage('乙', [], { started: 2 })];
  expect(names(stages)).toEqual(['乙', '甲']);
  const few = stages.map((one) => ({ ...one, count: 4 }));
  expect(names(few)).toEqual(names(few.toReversed()));
});

test('the order of the rows changes nothing', () => {
  const anyStage = fc.record({
    name: fc.constantFrom('初步接触', '需求', '方案', '甲', '乙', '丙', '丁'),
    chances: fc.array(fc.integer({ min: 0, max: 100 }), { maxLength: 8 }),
    started: fc.nat(10),
  });
  const anyStages = fc
    .uniqueArray(anyStage, { selector: ({ name }) => name })
    .chain((stages) =>
      fc.tuple(fc.constant(stages), fc.shuffledSubarray(stages, { minLength: stages.length })),
    );
  fc.assert(
    fc.property(anyStages, ([first, second]) => {
      const of = (stages: typeof first) =>
        names(stages.map(({ name, chances, started }) => stage(name, chances, { started })));
      expect(of(first)).toEqual(of(second));
    }),
  );
});
