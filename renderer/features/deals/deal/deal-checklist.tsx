import { IconCircle, IconCircleCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { PaneSection } from '#renderer/components/pane-section.tsx';
import type { RequiredField } from '#shared/contract/deal-pipelines.ts';
import type { Deal } from '#shared/contract/deal-records.ts';
import { useStages } from '../use-stages.ts';
import classes from './deal.module.css';

/** What the next stage asks for, and what of it is there. */
export function DealChecklist({ deal }: { deal: Deal }) {
  const { t } = useTranslation('deals');
  const { find } = useStages();
  const at = deal.path.findIndex(({ stageId }) => stageId === deal.stageId);
  const next = find(deal.path[at + 1]?.stageId ?? '');
  if (deal.status !== 'open' || next === undefined || next.requiredFields.length === 0) return null;
  return (
    <PaneSection title={t('section.checklist', { stage: next.name })}>
      <ul className={classes['checks']}>
        {next.requiredFields.map((field) => {
          const isThere = isFilled(deal, field);
          const Icon = isThere ? IconCircleCheck : IconCircle;
          return (
            <li key={field} data-done={isThere}>
              <Icon size={16} aria-hidden />
              {t(`field.${field}`)}
              {!isThere && <span className={classes['dim']}>{t('deal.missing')}</span>}
            </li>
          );
        })}
      </ul>
    </PaneSection>
  );
}

function isFilled(deal: Deal, field: RequiredField): boolean {
  switch (field) {
    case 'account':
      return deal.account !== null;
    case 'owner':
      return deal.owner !== null;
    case 'product':
      return deal.product !== null;
    case 'amount':
      return deal.amountMinor !== 0;
    case 'expectedClose':
      return deal.expectedCloseOn !== null;
    case 'nextStep':
      return deal.nextStepText !== '';
    case 'nextStepOn':
      return deal.nextStepOn !== null;
    case 'source':
      return deal.source !== '';
  }
}
