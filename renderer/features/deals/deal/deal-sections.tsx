import { useTranslation } from 'react-i18next';
import { PaneSection } from '#renderer/components/pane-section.tsx';
import { LongText } from '#renderer/components/text/long-text.tsx';
import type { Deal } from '#shared/contract/deal-records.ts';
import { useDealSlots } from '../deal-slots.tsx';
import { DealChanges } from './deal-changes.tsx';
import { DealChecklist } from './deal-checklist.tsx';
import { DealClosing } from './deal-closing.tsx';
import { DealFacts } from './deal-facts.tsx';
import { DealHealth } from './deal-health.tsx';

/** All there is to say about a deal, the same in the pane and on the page. */
export function DealSections({ deal, className }: { deal: Deal; className?: string | undefined }) {
  const { t } = useTranslation('deals');
  const slots = useDealSlots();
  return (
    <div className={className}>
      <div>
        {deal.status === 'open' ? (
          <PaneSection title={t('section.health')}>
            <DealHealth deal={deal} />
          </PaneSection>
        ) : (
          <PaneSection title={t(`section.${deal.status}`)}>
            <DealClosing deal={deal} />
          </PaneSection>
        )}
        <PaneSection title={t('section.facts')}>
          <DealFacts deal={deal} />
        </PaneSection>
        <DealChecklist deal={deal} />
        <PaneSection title={t('section.risks')}>{slots.risks(deal.id)}</PaneSection>
      </div>
      <div>
        <PaneSection title={t('section.timeline')}>{slots.timeline(deal.id)}</PaneSection>
        <PaneSection title={t('section.note')}>
          <LongText
            key={deal.id}
            table="deal"
            id={deal.id}
            field="note"
            label={t('field.note')}
            isLabelHidden
            placeholder={t('deal.notePlaceholder')}
            saved={deal.note}
          />
        </PaneSection>
        <PaneSection title={t('section.changes')}>
          <DealChanges deal={deal} />
        </PaneSection>
      </div>
    </div>
  );
}
