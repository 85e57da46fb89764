import { useTranslation } from 'react-i18next';
import { CurrencyContext, useFormat } from '#renderer/api/use-format.ts';
import { Private } from '#renderer/components/privacy/private.tsx';
import type { Brief } from '#shared/contract/coaching-brief.ts';
import { BriefActivityPart } from './brief-activity.tsx';
import { BriefCommitments } from './brief-commitments.tsx';
import { BriefNumbersPart } from './brief-numbers.tsx';
import classes from './brief-pane.module.css';
import { BriefPipelinePart } from './brief-pipeline.tsx';
import { BriefStuck } from './brief-stuck.tsx';
import { type Pinning, PinningContext } from './pinning.ts';

export type BriefPaneProps = {
  brief: Brief;
  /** How lines become talking points; null where none can be added. */
  pinning: Pinning | null;
  /** True once the session has started: the facts no longer change. */
  isFrozen: boolean;
};

/** The facts worth knowing before and in a one-on-one: hidden while presenting. */
export function BriefPane(props: BriefPaneProps) {
  return (
    <Private>
      <BriefFacts {...props} />
    </Private>
  );
}

/** Each line can become a talking point. */
function BriefFacts({ brief, pinning, isFrozen }: BriefPaneProps) {
  const { t } = useTranslation(['facts', 'coaching']);
  const format = useFormat();
  const at = format.dateTime(brief.asOf);
  return (
    <PinningContext value={pinning}>
      <CurrencyContext value={brief.currency}>
        <div className={classes['root']}>
          <p className={classes['asOf']}>
            {t(isFrozen ? 'brief.frozen' : 'brief.asOf', { at })}
            {' · '}
            {brief.last === null
              ? t('brief.first')
              : t('brief.last', { no: brief.last.sessionNo, on: format.date(brief.last.on) })}
          </p>
          <BriefCommitments brief={brief} />
          <BriefNumbersPart numbers={brief.numbers} />
          <BriefPipelinePart pipeline={brief.pipeline} />
          <BriefStuck stuck={brief.stuck} />
          <BriefActivityPart activity={brief.activity} />
        </div>
      </CurrencyContext>
    </PinningContext>
  );
}
