import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/api/use-format.ts';
import { dayOf, useDay } from '#renderer/api/use-moment.ts';
import { RecordLink } from '#renderer/components/record-link.tsx';
import { Name } from '#renderer/components/text/name.tsx';
import type { BriefPipeline } from '#shared/contract/coaching-brief.ts';
import { waterfallBars } from '#shared/domain/coaching/waterfall-bars.ts';
import { useCoachingWords } from '../use-coaching-words.ts';
import { BriefLine } from './brief-line.tsx';
import classes from './brief-pane.module.css';
import { BriefSection, NoData } from './brief-section.tsx';

/** What moved since the last session, to the cent, and the five biggest moves. */
export function BriefPipelinePart({ pipeline }: { pipeline: BriefPipeline | null }) {
  const { t } = useTranslation(['facts', 'coaching']);
  const day = useDay();
  const words = useCoachingWords();
  if (pipeline === null) {
    return (
      <BriefSection title={t('brief.pipeline')}>
        <NoData>{t('brief.noData')}</NoData>
      </BriefSection>
    );
  }
  const since = day(dayOf(pipeline.since));
  return (
    <BriefSection
      title={t('brief.pipeline')}
      note={t(pipeline.isSinceSession ? 'pipeline.since' : 'pipeline.sinceQuarter', { since })}
    >
      <Waterfall pipeline={pipeline} />
      <ul className={classes['lines']}>
        {pipeline.moves.map((move) => (
          <BriefLine
            key={move.dealId}
            line={`move:${move.dealId}`}
            text={t('pipeline.line', { name: move.name, changes: words.move(move) })}
          >
            <RecordLink kind="deal" id={move.dealId}>
              <Name>{move.name}</Name>
            </RecordLink>{' '}
            <span className={classes['dim']}>{words.move(move)}</span>
          </BriefLine>
        ))}
      </ul>
      {pipeline.moves.length === 0 && <NoData>{t('pipeline.none')}</NoData>}
      {pipeline.moreMoves > 0 && (
        <span className={classes['dim']}>{t('brief.more', { count: pipeline.moreMoves })}</span>
      )}
    </BriefSection>
  );
}

function Waterfall({ pipeline }: { pipeline: BriefPipeline }) {
  const { t } = useTranslation(['facts', 'coaching']);
  const format = useFormat();
  return (
    <dl className={classes['bars']}>
      {waterfallBars(pipeline).map(({ id, kind, amountMinor, from, to }) => (
        <div key={id} style={{ display: 'contents' }}>
          <dt>{t(`pipeline.${id}`)}</dt>
          <dd className={classes['track']} aria-hidden>
            <span
              className={classes['bar']}
              data-kind={kind}
              style={{ left: `${from * 100}%`, width: `${(to - from) * 100}%` }}
            />
          </dd>
          <dd className={classes['sum']}>
            {kind === 'total' ? format.moneyShort(amountMinor) : format.moneyChange(amountMinor)}
          </dd>
        </div>
      ))}
    </dl>
  );
}
