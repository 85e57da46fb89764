import type { z } from 'zod';
import {
  type ExpectedTotal,
  type RiskRegister,
  type RiskSummary,
  type riskFilter,
  riskStage,
} from '#shared/contract/risks.ts';
import { totalExpectedLoss } from '#shared/domain/risks/expected-loss.ts';
import { byAttention, heatMapCells } from '#shared/domain/risks/risk-register.ts';
import { foldForSearch } from '#shared/domain/text/search-text.ts';
import type { QueryContext } from '../../rpc/context.ts';
import { readSummaries } from './risk-view.ts';

type Filter = z.output<typeof riskFilter>;

/**
 * The register under a filter, with the heat map over the same filter. Choosing a cell narrows
 * the list and leaves the map whole, so the two always stay in step.
 */
export async function getRegister(
  { db, today }: QueryContext,
  filter: Filter,
): Promise<RiskRegister> {
  const all = await readSummaries(db, today);
  const mapped = all.filter((risk) => matches(risk, filter));
  const listed = mapped.filter((risk) => isInCell(risk, filter.cell));
  return {
    asOf: today,
    risks: listed.sort(byAttention),
    cells: riskStage.options.flatMap((stage) => cellsOf(mapped, stage)),
    unscored: {
      inherent: countUnscored(mapped, 'inherent'),
      current: countUnscored(mapped, 'current'),
      target: countUnscored(mapped, 'target'),
    },
    total: listed.length,
    overdueReviews: listed.filter((risk) => risk.isReviewOverdue).length,
    expectedLoss: expectedOf(listed, 'threat'),
    expectedGain: expectedOf(listed, 'opportunity'),
  };
}

/** Risks that need the manager today: overdue reviews, overdue actions, ending acceptances. */
export async function listDueRisks({ db, today }: QueryContext): Promise<RiskSummary[]> {
  const due = (await readSummaries(db, today)).filter(
    (risk) =>
      risk.status !== 'closed' &&
      (risk.isReviewOverdue || risk.overdueActions > 0 || risk.isAcceptanceEnding),
  );
  return due.sort(byAttention);
}

function matches(risk: RiskSummary, filter: Filter): boolean {
  const isClosed = risk.status === 'closed';
  if (filter.status !== 'all' && isClosed !== (filter.status === 'closed')) return false;
  if (filter.kind !== undefined && risk.kind !== filter.kind) return false;
  if (filter.category !== undefined && risk.category !== filter.category) return false;
  if (filter.ownerId !== undefined && risk.ownerId !== filter.ownerId) return false;
  if (filter.overdueOnly && !risk.isReviewOverdue) return false;
  const { linkedTo } = filter;
  if (linkedTo && !risk.links.some((l) => l.kind === linkedTo.kind && l.id === linkedTo.id)) {
    return false;
  }
  return matchesText(risk, filter.text ?? '');
}

function matchesText(risk: RiskSummary, text: string): boolean {
  const words = [risk.title, `R-${risk.number}`, ...risk.links.map((link) => link.name)];
  return foldForSearch(words.join(' ')).includes(foldForSearch(text));
}

function isInCell(risk: RiskSummary, cell: Filter['cell']): boolean {
  if (cell === undefined) return true;
  const score = risk[cell.stage];
  return score?.probability === cell.probability && score.impact === cell.impact;
}

function cellsOf(risks: readonly RiskSummary[], stage: z.infer<typeof riskStage>) {
  const cells = heatMapCells(risks.map((risk) => ({ id: risk.id, score: risk[stage] })));
  return cells.map(({ probability, impact, ids }) => ({
    stage,
    probability,
    impact,
    count: ids.length,
    riskIds: [...ids],
  }));
}

/** What is closed can no longer happen, and a gain never makes a loss smaller. */
function expectedOf(risks: readonly RiskSummary[], kind: RiskSummary['kind']): ExpectedTotal {
  const open = risks.filter((risk) => risk.kind === kind && risk.status !== 'closed');
  const { totalMinor, estimatedCount } = totalExpectedLoss(open);
  return { totalMinor, estimated: estimatedCount, of: open.length };
}

function countUnscored(risks: readonly RiskSummary[], stage: z.infer<typeof riskStage>): number {
  return risks.filter((risk) => risk[stage] === null).length;
}
