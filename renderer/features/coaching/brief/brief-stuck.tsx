import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/api/use-format.ts';
import { useSettings } from '#renderer/api/use-settings.ts';
import { RecordLink } from '#renderer/components/record-link.tsx';
import { Name } from '#renderer/components/text/name.tsx';
import type { Brief, BriefStuckDeal } from '#shared/contract/coaching-brief.ts';
import { useCoachingWords } from '../use-coaching-words.ts';
import { BriefLine } from './brief-line.tsx';
import classes from './brief-pane.module.css';
import { BriefSection, NoData } from './brief-section.tsx';

/** Deals that do not move, with the rule that says so. */
export function BriefStuck({ stuck }: { stuck: Brief['stuck'] }) {
  const { t } = useTranslation(['facts', 'coaching']);
  return (
    <BriefSection title={t('brief.stuck')}>
      {stuck.deals.length === 0 && (
        <NoData>{t(stuck.openCount === 0 ? 'brief.noOpenDeals' : 'brief.noStuck')}</NoData>
      )}
      <ul className={classes['lines']}>
        {stuck.deals.map((deal) => (
          <StuckLine key={deal.dealId} deal={deal} />
        ))}
      </ul>
      {stuck.more > 0 && (
        <span className={classes['dim']}>{t('brief.more', { count: stuck.more })}</span>
      )}
    </BriefSection>
  );
}

function StuckLine({ deal }: { deal: BriefStuckDeal }) {
  const { t } = useTranslation(['facts', 'coaching']);
  const format = useFormat();
  const words = useCoachingWords();
  const { language } = useSettings();
  const reasons = words.reasons(deal.reasons);
  const stay =
    deal.stageDays === null
      ? deal.stage[language]
      : t('stuck.stay', { stage: deal.stage[language], count: deal.stageDays });
  const median =
    deal.medianDays === null ? null : t('stuck.median', { days: format.number(deal.medianDays) });
  return (
    <BriefLine
      line={`stuck_deal:${deal.dealId}`}
      text={t('stuck.line', { name: deal.name, reasons })}
    >
      <div className={classes['title']}>
        <RecordLink kind="deal" id={deal.dealId}>
          <Name>{deal.name}</Name>
        </RecordLink>
        <span className={classes['amount']}>{format.moneyShort(deal.amountMinor)}</span>
      </div>
      <div className={classes['dim']}>{[stay, median].filter(Boolean).join(' · ')}</div>
      <div className={classes['late']}>{reasons}</div>
      {deal.nextStep !== null && deal.nextStep !== '' && (
        <div className={classes['dim']}>
          {t('stuck.nextStep')} <Name>{deal.nextStep}</Name>
        </div>
      )}
    </BriefLine>
  );
}
