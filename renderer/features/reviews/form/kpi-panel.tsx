import { Button, Group, NumberInput } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '#renderer/api/client.ts';
import { useFormat } from '#renderer/api/use-format.ts';
import { AmountInput } from '#renderer/components/fields/amount-input.tsx';
import { LongText } from '#renderer/components/text/long-text.tsx';
import { Name } from '#renderer/components/text/name.tsx';
import { scoreOf } from '../review-entries.ts';
import classes from '../reviews.module.css';
import { useReviewWords } from '../use-review-words.ts';
import type { RatedPart } from './item-panel.tsx';
import { TargetGap } from './target-gap.tsx';

/** Target and actual, where they come from, and what they make in points. */
export function KpiPanel({ review, item, rating }: RatedPart) {
  const { t } = useTranslation('reviews');
  const words = useReviewWords();
  const format = useFormat();
  const set = useMutation(api.reviews.setKpi.mutationOptions());
  const refresh = useMutation(api.reviews.refreshKpi.mutationOptions());
  const { kpi } = rating;
  if (kpi === null) return null;
  const place = { reviewId: review.id, itemRef: item.ref };
  const isFromData = item.source !== undefined && item.source !== 'typed';
  const score = scoreOf(review, item.ref);
  return (
    <>
      <p className={classes['hint']}>{words.pick(item.formulaZh, item.formulaEn)}</p>
      <Group gap="md" align="end">
        <FigureInput
          label={t('kpi.target')}
          part={{ review, item, rating }}
          value={kpi.target}
          onSet={(target) => set.mutate({ ...place, target })}
        />
        <FigureInput
          label={t('kpi.actual')}
          part={{ review, item, rating }}
          value={kpi.actual}
          onSet={(actual) => set.mutate({ ...place, actual })}
        />
        {isFromData && review.isEditable && (
          <Button
            variant="default"
            leftSection={<IconRefresh size={15} aria-hidden />}
            loading={refresh.isPending}
            onClick={() => refresh.mutate(place)}
          >
            {t('kpi.refresh')}
          </Button>
        )}
      </Group>
      <p className={classes['dim']}>
        {t(`kpi.source.${kpi.source}`)}
        {kpi.asOfOn !== null && ` · ${t('kpi.asOf', { date: format.date(kpi.asOfOn) })}`}
      </p>
      {score?.hasNoTarget === true && <p className={classes['warning']}>{t('kpi.noTarget')}</p>}
      {item.source === 'bookings' && kpi.target === null && review.isEditable && (
        <TargetGap review={review} />
      )}
      {score?.attainment && (
        <p className={classes['attained']}>
          {t('kpi.attained', {
            attainment: format.percent(Number(score.attainment.fixed), 1),
            points: Number(score.points?.fixed ?? 0),
          })}
        </p>
      )}
      {(review.isEditable || rating.kpiNote !== '') && (
        <LongText
          table="review_rating"
          id={rating.id}
          field="kpi_note"
          label={t('kpi.note')}
          saved={rating.kpiNote}
          lines={2}
          isLocked={!review.isEditable}
          visibility="shared"
        />
      )}
      {isFromData && <KpiRows review={review} item={item} rating={rating} />}
    </>
  );
}

type FigureInputProps = {
  label: string;
  part: RatedPart;
  value: string | null;
  onSet(value: string | null): void;
};

/** Money is typed in the currency's unit and kept in minor ones. */
function FigureInput(props: FigureInputProps) {
  const { label, part, value, onSet } = props;
  if (part.item.unit !== 'money') return <PlainFigureInput {...props} />;
  return (
    <AmountInput
      size="sm"
      width={150}
      label={label}
      isReadOnly={!part.review.isEditable}
      saved={value === null ? null : Number(value)}
      onCommit={(amountMinor) => onSet(amountMinor === null ? null : String(amountMinor))}
    />
  );
}

function PlainFigureInput({ label, part: { review, item }, value, onSet }: FigureInputProps) {
  const shown = value ?? '';
  const commit = (typed: string | number) => {
    const text = String(typed).trim();
    const next = text === '' ? null : text;
    if (next !== value) onSet(next);
  };
  const [typed, setTyped] = useState<string | number>(shown);
  const [seen, setSeen] = useState(shown);
  // News from the backend, such as undo, replaces what stands here.
  if (seen !== shown) {
    setSeen(shown);
    setTyped(shown);
  }
  return (
    <NumberInput
      label={label}
      value={typed}
      onChange={setTyped}
      onBlur={() => commit(typed)}
      onKeyDown={({ key }) => {
        if (key === 'Enter') commit(typed);
      }}
      readOnly={!review.isEditable}
      thousandSeparator=","
      decimalScale={6}
      allowNegative={false}
      suffix={item.unit === 'percent' ? '%' : ''}
      hideControls
      w={150}
      className={classes['figureInput'] ?? ''}
    />
  );
}

/** The deals behind the figure, folded until asked for. */
function KpiRows({ review, item }: RatedPart) {
  const { t } = useTranslation('reviews');
  const format = useFormat();
  const navigate = useNavigate();
  const [isOpen, setOpen] = useState(false);
  const { data = [] } = useQuery({
    ...api.reviews.listKpiRows.queryOptions({
      input: { reviewId: review.id, itemRef: item.ref },
    }),
    enabled: isOpen,
  });
  return (
    <details open={isOpen} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary className={classes['summary']}>{t('kpi.rows')}</summary>
      {data.length === 0 && isOpen && <p className={classes['hint']}>{t('kpi.noRows')}</p>}
      <ul className={classes['kpiRows']}>
        {data.map((row) => (
          <li key={row.dealId}>
            <span className={classes['rowName']}>
              <button
                type="button"
                className={classes['rowLink']}
                onClick={() => void navigate({ href: `/deals/${row.dealId}` })}
              >
                <Name>{row.name}</Name>
              </button>
              <span className={classes['dim']}>
                {[row.accountName, format.dateShort(row.on), t(`outcome.${row.outcome}`)]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </span>
            <span className={classes['figure']}>{format.money(row.amountMinor)}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
