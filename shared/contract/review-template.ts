import { z } from 'zod';
import { basisPoints } from './fields.ts';

/** A score in thousandths, 1,000–5,000. */
export const scoreMilli = z.int().min(1000).max(5000);

const named = z.object({ nameZh: z.string(), nameEn: z.string() });

/** What the words of a score mean, 1–5. */
export const scaleAnchor = z.object({ score: z.int(), zh: z.string(), en: z.string() });

/** Where a KPI's actual comes from. */
export const kpiMeasure = z.enum(['bookings', 'pipeline_created', 'win_rate', 'typed']);
export type KpiMeasure = z.infer<typeof kpiMeasure>;

/** `money` is in minor units, `percent` in percent (33 = 33 %), `number` as it is. */
export const kpiUnit = z.enum(['money', 'percent', 'number']);
export type KpiUnit = z.infer<typeof kpiUnit>;

export const templateItem = named.extend({
  ref: z.string(),
  weightBp: basisPoints,
  /** Empty where the score is computed or the item is written. */
  anchors: z.array(scaleAnchor),
  /** Scores that need a comment, in thousandths: up to, and from. */
  commentRule: z.object({ upToMilli: z.int(), fromMilli: z.int() }).nullable(),
  unit: kpiUnit.optional(),
  direction: z.enum(['up', 'down', 'milestone']).optional(),
  source: kpiMeasure.optional(),
  /** The formula in words. */
  formulaZh: z.string().optional(),
  formulaEn: z.string().optional(),
  promptZh: z.string().optional(),
  promptEn: z.string().optional(),
});
export type ReviewTemplateItem = z.infer<typeof templateItem>;

export const sectionKind = z.enum(['kpi', 'skill', 'behavior', 'text']);

export const templateSection = named.extend({
  code: z.string(),
  kind: sectionKind,
  weightBp: basisPoints,
  items: z.array(templateItem),
});
export type ReviewTemplateSection = z.infer<typeof templateSection>;

/** The rules of a review; frozen into it when it starts. */
export const templateContent = z.object({
  sections: z.array(templateSection),
  curve: z.array(z.object({ attainmentMilli: z.int(), pointsMilli: z.int() })),
  /** `fromCenti` is a two-place score: 375 = 3.75. */
  bands: z.array(named.extend({ code: z.string(), fromCenti: z.int() })),
  adjCapMilli: z.int(),
  selfCounts: z.boolean(),
});
export type TemplateContent = z.infer<typeof templateContent>;
