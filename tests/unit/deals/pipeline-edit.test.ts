import { describe, expect, test } from 'vitest';
import {
  draftWithNewStage,
  draftWithoutStage,
  toDraft,
  withMovedStage,
  withStage,
} from '#backend/features/deals/stages/pipeline-edit.ts';
import type { Pipeline, Stage } from '#shared/contract/deal-pipelines.ts';

function stage(id: string, type: Stage['type'], allowedNext: string[] | null = null): Stage {
  return {
    id,
    nameZh: id,
    nameEn: id,
    type,
    probabilityBp: 1000,
    forecastCategory: 'pipeline',
    requiredFields: [],
    allowedNext,
    allowBack: true,
    healthRules: {},
    dealCount: 3,
  };
}

const pipeline: Pipeline = {
  id: 'p',
  nameZh: '标准',
  nameEn: 'Standard',
  stages: [
    stage('a', 'open', ['b', 'lost']),
    stage('b', 'open'),
    stage('won', 'won'),
    stage('lost', 'lost'),
  ],
};

const ids = ({ stages }: { stages: readonly { id?: string | undefined }[] }) =>
  stages.map(({ id }) => id);

test('a draft names the next stages by their places', () => {
  expect(toDraft(pipeline).stages[0]?.allowedNext).toEqual([1, 3]);
  expect(toDraft(pipeline).stages[1]?.allowedNext).toBeNull();
});

describe('moving a stage', () => {
  test('keeps who may follow whom', () => {
    const moved = withMovedStage(pipeline, 'a', 1);
    expect(ids(moved)).toEqual(['b', 'a', 'won', 'lost']);
    expect(toDraft(moved).stages[1]?.allowedNext).toEqual([0, 3]);
  });

  test('never passes the ends', () => {
    expect(ids(withMovedStage(pipeline, 'b', 5))).toEqual(['a', 'b', 'won', 'lost']);
    expect(ids(withMovedStage(pipeline, 'a', -5))).toEqual(['a', 'b', 'won', 'lost']);
  });
});

test('a new stage stands after the last open one and shifts the places behind it', () => {
  const draft = draftWithNewStage(pipeline, { nameZh: '新', nameEn: 'New' });
  expect(ids(draft)).toEqual(['a', 'b', undefined, 'won', 'lost']);
  expect(draft.stages[0]?.allowedNext).toEqual([1, 4]);
});

test('a stage that goes leaves its deals to another and drops out of the ways', () => {
  const draft = draftWithoutStage(pipeline, 'b', 'a');
  expect(ids(draft)).toEqual(['a', 'won', 'lost']);
  expect(draft.stages[0]?.allowedNext).toEqual([2]);
  expect(draft.replacements).toEqual({ b: 0 });
});

test('a change touches one stage only', () => {
  const changed = withStage(pipeline, 'b', { probabilityBp: 5000 });
  expect(changed.stages.map(({ probabilityBp }) => probabilityBp)).toEqual([
    1000, 5000, 1000, 1000,
  ]);
});
