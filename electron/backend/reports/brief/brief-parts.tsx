import type { ReactNode } from 'react';
import type {
  BriefActivity,
  BriefCommitment,
  BriefStuckDeal,
} from '#shared/contract/coaching-brief.ts';
import { Sparkline } from '../furniture/charts.tsx';
import { SafeText } from '../furniture/safe-text.tsx';
import type { Cut } from './brief-document.ts';
import type { BriefTools } from './brief-page.tsx';

type Props = { tools: BriefTools };

export function Part({
  title,
  note,
  children,
}: {
  title: ReactNode;
  note?: string;
  children: ReactNode;
}) {
  return (
    <section>
      <h2 className="row">
        <span>{title}</span>
        {note !== undefined && note !== '' && <span className="quiet keep">{note}</span>}
      </h2>
      {children}
    </section>
  );
}

type MoreProps = { cut: Cut<unknown> } & Props;

/** How many there are beyond what the page holds. */
export function More({ cut, tools }: MoreProps) {
  const words = moreWords({ cut, tools });
  return words === '' ? null : <div className="quiet">{words}</div>;
}

function moreWords({ cut, tools: { words } }: MoreProps): string {
  return cut.more === 0 ? '' : words.text('facts:brief.more', { count: cut.more });
}

export function TopPoints({ tools }: Props) {
  const { document, words, facts } = tools;
  const { points } = document;
  return (
    <Part title={words.label('facts:document.points')} note={moreWords({ cut: points, tools })}>
      {points.items.length === 0 && (
        <p className="quiet">{words.text('facts:document.noPoints')}</p>
      )}
      <ol className="points">
        {points.items.map(({ key, text, fact }) => (
          <li key={key}>
            <span className="clip2">
              <SafeText text={text !== '' || fact === null ? text : facts.fact(fact)} />
            </span>
            {text !== '' && fact !== null && (
              <span className="quiet clip">
                <SafeText text={facts.fact(fact)} />
              </span>
            )}
          </li>
        ))}
      </ol>
    </Part>
  );
}

export function Numbers({ tools: { document, words, format } }: Props) {
  const { numbers } = document.brief;
  const noData = words.text('facts:brief.noData');
  const noCoverage = numbers.gapMinor === 0 ? words.text('facts:numbers.noGap') : noData;
  const money = (minor: number | null) => (minor === null ? noData : format.moneyShort(minor));
  const { quotaMinor, wonMinor, attainmentBp, coveragePct, forecastMinor, lastForecastMinor } =
    numbers;
  const isCompared = forecastMinor !== null && lastForecastMinor !== null;
  const figures = [
    {
      id: 'attainment',
      value: attainmentBp === null ? noData : format.percent(attainmentBp / 10_000),
      note:
        quotaMinor === null
          ? words.text('facts:numbers.noQuota')
          : words.text('facts:numbers.wonOfQuota', {
              won: money(wonMinor),
              quota: money(quotaMinor),
            }),
    },
    { id: 'gap', value: money(numbers.gapMinor), note: '' },
    {
      id: 'open',
      value: money(numbers.openMinor),
      note: words.text('facts:numbers.deals', { count: numbers.openCount }),
    },
    {
      id: 'coverage',
      value: coveragePct === null ? noCoverage : format.number(coveragePct / 100, 1),
      note: '',
    },
    {
      id: 'forecast',
      value: money(forecastMinor),
      note: isCompared
        ? words.text('facts:numbers.sinceLast', {
            change: format.moneyChange(forecastMinor - lastForecastMinor),
          })
        : '',
    },
  ] as const;
  return (
    <Part
      title={words.label('facts:brief.numbers')}
      note={words.text('facts:numbers.weeksLeft', { count: numbers.weeksLeft })}
    >
      <div className="figures">
        {figures.map(({ id, value, note }) => (
          <div key={id}>
            <span className="quiet">{words.text(`facts:numbers.${id}`)}</span>
            <strong className={value === noData || value === noCoverage ? 'unknown' : undefined}>
              {value}
            </strong>
            <span className="quiet clip">{note}</span>
          </div>
        ))}
      </div>
    </Part>
  );
}

export function Commitments({ tools }: Props) {
  const { document, words, format } = tools;
  const { followThrough } = document.brief;
  const share = (bp: number | null) =>
    bp === null ? words.text('facts:brief.noShare') : format.percent(bp / 10_000);
  return (
    <Part
      title={words.label('facts:brief.commitments')}
      note={words.text('facts:brief.followThrough', {
        days: followThrough.days,
        rep: share(followThrough.rep.bp),
        manager: share(followThrough.manager.bp),
      })}
    >
      {document.commitments.items.length === 0 && (
        <p className="quiet">{words.text('facts:brief.noCommitments')}</p>
      )}
      <ul className="lines">
        {document.commitments.items.map((item) => (
          <li key={item.id}>
            <Commitment item={item} tools={tools} />
          </li>
        ))}
      </ul>
      <More cut={document.commitments} tools={tools} />
    </Part>
  );
}

function Commitment({ item, tools: { words, format } }: { item: BriefCommitment } & Props) {
  const { status, dueOn, overdueDays, movedCount, owner, text, ageDays } = item;
  const when = dueOn === null ? words.text('coaching:commitment.undated') : format.dateShort(dueOn);
  const state =
    overdueDays > 0
      ? words.text('coaching:commitment.overdue', { count: overdueDays })
      : words.text(`coaching:outcome.${status}`);
  const moved =
    movedCount === 0 ? [] : [words.text('coaching:commitment.moved', { count: movedCount })];
  const age = words.text('coaching:commitment.age', { count: ageDays });
  return (
    <>
      <div className="row">
        <span className="clip">
          <SafeText text={text} />
        </span>
        <span className={overdueDays > 0 ? 'keep late' : 'keep'}>{state}</span>
      </div>
      <div className="quiet clip">
        {[words.text(`coaching:owner.${owner}`), when, ...moved, age].join(' · ')}
      </div>
    </>
  );
}

export function Activity({ tools }: Props) {
  const { document, words } = tools;
  const { activity } = document.brief;
  return (
    <Part title={words.label('facts:brief.activity')}>
      {activity.length === 0 && <p className="quiet">{words.text('facts:brief.noData')}</p>}
      {activity.map((trend) => (
        <Trend key={trend.measure} trend={trend} tools={tools} />
      ))}
    </Part>
  );
}

function Trend({ trend, tools: { words, facts } }: { trend: BriefActivity } & Props) {
  const label = words.text(`facts:trend.${trend.measure}`);
  const counts = trend.weeks.map(({ count }) => count).join(', ');
  return (
    <div className="trend">
      <span>{label}</span>
      <Sparkline
        label={words.text('facts:trend.weeks', { label, counts })}
        values={trend.weeks.map(({ count, state }) => (state === 'counted' ? count : null))}
        baseline={trend.meanMilli === null ? undefined : trend.meanMilli / 1000}
      />
      <span className={trend.flag === 'down' ? 'late' : 'quiet'}>{facts.trend(trend)}</span>
    </div>
  );
}

export function Stuck({ tools }: Props) {
  const { document, words } = tools;
  const { stuck, brief } = document;
  return (
    <Part title={words.label('facts:brief.stuck')} note={moreWords({ cut: stuck, tools })}>
      {stuck.items.length === 0 && (
        <p className="quiet">
          {words.text(
            brief.stuck.openCount === 0 ? 'facts:brief.noOpenDeals' : 'facts:brief.noStuck',
          )}
        </p>
      )}
      <ul className="lines">
        {stuck.items.map((deal) => (
          <li key={deal.dealId}>
            <StuckDeal deal={deal} tools={tools} />
          </li>
        ))}
      </ul>
    </Part>
  );
}

function StuckDeal({ deal, tools }: { deal: BriefStuckDeal } & Props) {
  const { document, words, facts, format } = tools;
  const stage = deal.stage[document.language];
  const stay =
    deal.stageDays === null
      ? stage
      : words.text('facts:stuck.stay', { stage, count: deal.stageDays });
  const median =
    deal.medianDays === null
      ? []
      : [words.text('facts:stuck.median', { days: format.number(deal.medianDays) })];
  const last =
    deal.lastActivityOn === null
      ? []
      : [words.text('facts:document.lastActivity', { on: format.dateShort(deal.lastActivityOn) })];
  const next = deal.nextStep === null || deal.nextStep === '' ? [] : [deal.nextStep];
  return (
    <>
      <div className="row">
        <span className="clip">
          <SafeText text={deal.name} />
        </span>
        <span className="clip late">{facts.reasons(deal.reasons)}</span>
        <strong className="keep">{format.moneyShort(deal.amountMinor)}</strong>
      </div>
      <div className="quiet clip">
        <SafeText text={[stay, ...median, ...last, ...next].join(' · ')} />
      </div>
    </>
  );
}
