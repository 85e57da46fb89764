import type { PipelineDraft } from '#shared/contract/deal-pipelines.ts';

/** A pipeline to begin with: one open stage and the two ends. */
export function newPipelineDraft(names: {
  nameZh: string;
  nameEn: string;
  stage: { nameZh: string; nameEn: string };
  won: { nameZh: string; nameEn: string };
  lost: { nameZh: string; nameEn: string };
}): PipelineDraft {
  const plain = { requiredFields: [], allowedNext: null, allowBack: true, healthRules: {} };
  return {
    nameZh: names.nameZh,
    nameEn: names.nameEn,
    replacements: {},
    stages: [
      { ...names.stage, ...plain, type: 'open', probabilityBp: 1000, forecastCategory: 'pipeline' },
      { ...names.won, ...plain, type: 'won', probabilityBp: 10_000, forecastCategory: 'closed' },
      { ...names.lost, ...plain, type: 'lost', probabilityBp: 0, forecastCategory: 'omitted' },
    ],
  };
}
