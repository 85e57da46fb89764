import { z } from 'zod';
import { type RiskFilter, riskCategory, riskStage, score1to5 } from '#shared/contract/risks.ts';

/** The view's state in the address; what does not fit is left out. */
export const riskSearch = z.object({
  text: z.string().optional().catch(undefined),
  status: z.enum(['active', 'closed', 'all']).optional().catch(undefined),
  category: riskCategory.optional().catch(undefined),
  overdue: z.boolean().optional().catch(undefined),
  stage: riskStage.optional().catch(undefined),
  /** A cell of the heat map, `probability-impact`. */
  cell: z
    .string()
    .regex(/^[1-5]-[1-5]$/)
    .optional()
    .catch(undefined),
  /** The risk that is open beside the list. */
  risk: z.string().optional().catch(undefined),
  /** The list of proposals is open. */
  proposals: z.boolean().optional().catch(undefined),
});
export type RiskSearch = z.infer<typeof riskSearch>;

export function toRiskFilter(search: RiskSearch): RiskFilter {
  const [probability, impact] = (search.cell ?? '').split('-').map(Number);
  const parsed = z.tuple([score1to5, score1to5]).safeParse([probability, impact]);
  return {
    text: search.text ?? '',
    status: search.status ?? 'active',
    overdueOnly: search.overdue ?? false,
    ...(search.category === undefined ? {} : { category: search.category }),
    ...(parsed.success
      ? {
          cell: {
            stage: search.stage ?? 'current',
            probability: parsed.data[0],
            impact: parsed.data[1],
          },
        }
      : {}),
  };
}
