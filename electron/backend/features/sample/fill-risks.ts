import { addDays } from '#shared/domain/dates/local-date.ts';
import type { CommandContext } from '../../rpc/context.ts';
import {
  addRisk,
  changeRisk,
  chooseTreatment,
  describeRisk,
  reviewRisk,
} from '../risks/risk.service.ts';
import { addAction } from '../risks/risk-action.service.ts';
import type { SampleIds } from './fill-team.ts';
import type { SampleContent } from './sample-content.ts';

type SampleRisk = SampleContent['risks'][number];

/** The register: scored, treated, with actions; some reviews are overdue, as in real life. */
export async function fillRisks(
  context: CommandContext,
  content: SampleContent,
  ids: SampleIds,
): Promise<void> {
  for (const [index, risk] of content.risks.entries()) {
    const named = content.accounts.findIndex(({ short }) => risk.title.includes(short));
    const { id } = await addRisk(context, {
      title: risk.title,
      kind: risk.kind,
      category: risk.category,
      ownerId: index % 3 === 0 ? null : (ids.people[index] ?? null),
      current: score(risk.inherent),
      links: [{ kind: 'account', id: ids.accounts[named === -1 ? index : named] ?? '' }],
      ruleCode: null,
    });
    await scoreRisk(context, id, risk);
    await treatRisk(context, { id, risk, acceptedBy: content.manager });
    await reviewRisk(context, { id, note: '', current: score(risk.current) });
    if (index % 4 === 1)
      await changeRisk(context, { id, nextReviewOn: addDays(context.today, -5) });
  }
}

function score([probability, impact]: readonly [number, number]) {
  return { probability, impact };
}

async function scoreRisk(context: CommandContext, id: string, risk: SampleRisk): Promise<void> {
  await changeRisk(context, {
    id,
    inherent: score(risk.inherent),
    target: score(risk.target),
    probabilityBp: risk.probabilityBp,
    lossMinor: risk.loss * 100,
    velocity: 3,
  });
  const { cause, event, consequence, contingency } = risk;
  const story = { cause, event, consequence, contingency, existing_controls: risk.controls };
  await describeRisk(context, { id, story });
}

async function treatRisk(
  context: CommandContext,
  { id, risk, acceptedBy }: { id: string; risk: SampleRisk; acceptedBy: string },
): Promise<void> {
  const { treatment } = risk;
  const untilOn = addDays(context.today, 60);
  await chooseTreatment(
    context,
    treatment === 'accept'
      ? { id, treatment, acceptedBy, reason: risk.contingency, untilOn }
      : { id, treatment },
  );
  for (const [index, text] of risk.actions.entries()) {
    const dueOn = addDays(context.today, index === 0 ? 10 : -3);
    await addAction(context, { riskId: id, text, ownerId: null, dueOn });
  }
}
