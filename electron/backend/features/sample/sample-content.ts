import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { lossReason } from '#shared/contract/deal-records.ts';
import type { Language } from '#shared/contract/fields.ts';
import { riskCategory, riskKind, riskTreatment, score1to5 } from '#shared/contract/risks.ts';

const scorePair = z.tuple([score1to5, score1to5]);

/** How a salesperson of the sample works; the plan turns it into rates. */
export const profile = z.enum(['star', 'steady', 'rising', 'struggling', 'busy', 'onLeave', 'new']);
export type Profile = z.infer<typeof profile>;

const texts = z.array(z.string()).min(1);

const option = z.object({
  text: z.string(),
  by: z.enum(['rep', 'manager']),
  pros: z.string(),
  cons: z.string(),
  impact: score1to5,
  feasibility: score1to5,
});

const session = z.object({
  goalTopic: z.string(),
  goalOutcome: z.string(),
  goalMeasure: z.string(),
  goalWhy: z.string(),
  realityFacts: z.string(),
  realityTried: z.string(),
  realityEffect: z.string(),
  realityObstacles: z.string(),
  options: z.array(option).min(3),
  chosen: z.int(),
  willAction: z.string(),
  willFirstStep: z.string(),
  willEvidence: z.string(),
  commitment: z.int().min(1).max(10),
  commitmentRaise: z.string().optional(),
  obstacle: z.string(),
  ifThen: z.string(),
  support: z.string(),
  sharedSummary: z.string(),
  privateNote: z.string(),
  /** What the salesperson brings along. */
  agenda: texts,
  promises: z.object({ rep: texts, manager: texts }),
});

const risk = z.object({
  title: z.string(),
  kind: riskKind.default('threat'),
  category: riskCategory,
  cause: z.string(),
  event: z.string(),
  consequence: z.string(),
  controls: z.string(),
  contingency: z.string(),
  inherent: scorePair,
  current: scorePair,
  target: scorePair,
  probabilityBp: z.int(),
  /** Major units. */
  loss: z.int(),
  treatment: riskTreatment,
  actions: z.array(z.string()),
});

/** The words and names of the sample workspace in one language; amounts in major units. */
export const sampleContent = z.object({
  company: z.string(),
  team: z.string(),
  manager: z.string(),
  currency: z.string(),
  people: z.array(
    z.object({
      name: z.string(),
      employeeNo: z.string(),
      role: z.string(),
      level: z.string(),
      region: z.string(),
      joinedMonthsAgo: z.int(),
      profile,
    }),
  ),
  products: z.array(z.object({ name: z.string(), series: z.string(), price: z.int() })),
  accounts: z.array(
    z.object({
      name: z.string(),
      short: z.string(),
      industry: z.string(),
      region: z.string(),
      level: z.enum(['strategic', 'key', 'normal']),
      employees: z.int(),
      parent: z.string().optional(),
    }),
  ),
  dealTopics: texts,
  sources: texts,
  competitors: texts,
  nextSteps: texts,
  /** One for each note on a loss. */
  lossReasons: z.array(lossReason).min(1),
  lossNotes: texts,
  closeNotes: texts,
  activities: z.object({
    visit: texts,
    call: texts,
    wechat: texts,
    meeting: texts,
    demo: texts,
    email: texts,
  }),
  activityNotes: texts,
  sessions: z.array(session).min(1),
  /** How it went, said when a promise is looked back on. */
  outcomeNotes: z.object({ done: texts, part: texts, missed: texts }),
  risks: z.array(risk),
  review: z.object({
    summary: z.string(),
    strengths: texts,
    improvements: texts,
    comments: texts,
    nextGoals: texts,
  }),
});
export type SampleContent = z.infer<typeof sampleContent>;

export async function loadSampleContent(
  resourcesDirectory: string,
  language: Language,
): Promise<SampleContent> {
  const file = join(resourcesDirectory, 'sample', `${language}.json`);
  return sampleContent.parse(JSON.parse(await readFile(file, 'utf8')));
}
