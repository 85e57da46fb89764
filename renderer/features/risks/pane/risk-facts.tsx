import { NumberInput, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '#renderer/api/client.ts';
import { useSettings } from '#renderer/api/use-settings.ts';
import { AmountInput } from '#renderer/components/fields/amount-input.tsx';
import { DayField } from '#renderer/components/fields/day-field.tsx';
import { type RiskDetail, riskCategory, riskKind, riskStatus } from '#shared/contract/risks.ts';
import { scale } from '../scale-words.ts';
import classes from './risk-pane.module.css';
import { useChangeRisk } from './use-change-risk.ts';

const me = 'me';
const openStatuses = riskStatus.exclude(['closed']);

/** Owner, kind, dates and money: the facts beside the story. */
export function RiskFacts({ risk }: { risk: RiskDetail }) {
  const { t } = useTranslation('risks');
  const change = useChangeRisk(risk);
  const people = useQuery(api.people.listPeople.queryOptions({ input: {} }));
  return (
    <div className={classes['facts']}>
      <Select
        size="xs"
        label={t('field.owner')}
        searchable
        value={risk.ownerId ?? me}
        data={[
          { value: me, label: t('owner.me') },
          ...(people.data ?? []).map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChange={(ownerId) => change({ ownerId: ownerId === me ? null : ownerId })}
      />
      <Select
        size="xs"
        label={t('field.status')}
        disabled={risk.status === 'closed'}
        value={risk.status}
        data={riskStatus.options
          .filter((value) => value !== 'closed' || risk.status === 'closed')
          .map((value) => ({ value, label: t(`status.${value}`) }))}
        onChange={(status) => change({ status: openStatuses.parse(status) })}
      />
      <Select
        size="xs"
        label={t('field.category')}
        value={risk.category}
        data={riskCategory.options.map((value) => ({ value, label: t(`category.${value}`) }))}
        onChange={(category) => change({ category: riskCategory.parse(category) })}
      />
      <Select
        size="xs"
        label={t('field.kind')}
        value={risk.kind}
        data={riskKind.options.map((value) => ({ value, label: t(`kind.${value}`) }))}
        onChange={(kind) => change({ kind: riskKind.parse(kind) })}
      />
      <Money risk={risk} />
      <DayField
        size="xs"
        isClearable={false}
        label={t('field.nextReview')}
        value={risk.nextReviewOn}
        onChange={(nextReviewOn) => {
          if (nextReviewOn !== null) change({ nextReviewOn });
        }}
      />
      <NumberInput
        size="xs"
        label={t('field.reviewEvery')}
        placeholder={t('reviewEveryDefault')}
        min={1}
        max={366}
        allowDecimal={false}
        defaultValue={risk.reviewEveryDays ?? ''}
        key={`every ${risk.reviewEveryDays}`}
        onBlur={({ currentTarget }) => {
          const days = currentTarget.value === '' ? null : Number(currentTarget.value);
          if (days !== risk.reviewEveryDays) change({ reviewEveryDays: days });
        }}
      />
    </div>
  );
}

/** What it would cost and how likely that is; the expected loss follows. */
function Money({ risk }: { risk: RiskDetail }) {
  const { t } = useTranslation('risks');
  const { currency } = useSettings();
  const change = useChangeRisk(risk);
  return (
    <>
      <AmountInput
        label={`${t('field.loss')} (${currency})`}
        saved={risk.lossMinor}
        onCommit={(lossMinor) => change({ lossMinor })}
      />
      <NumberInput
        size="xs"
        label={t('field.probabilityShare')}
        min={0}
        max={100}
        suffix=" %"
        decimalScale={2}
        defaultValue={risk.probabilityBp === null ? '' : risk.probabilityBp / 100}
        key={`share ${risk.probabilityBp}`}
        onBlur={({ currentTarget }) => {
          const typed = currentTarget.value.replace('%', '').trim();
          const probabilityBp = typed === '' ? null : Math.round(Number(typed) * 100);
          if (probabilityBp !== risk.probabilityBp) change({ probabilityBp });
        }}
      />
      <Select
        size="xs"
        clearable
        allowDeselect
        label={t('field.velocity')}
        value={risk.velocity === null ? null : String(risk.velocity)}
        data={scale.map((step) => ({ value: String(step), label: t(`velocityWords.${step}`) }))}
        onChange={(step) => change({ velocity: step === null ? null : Number(step) })}
      />
    </>
  );
}
