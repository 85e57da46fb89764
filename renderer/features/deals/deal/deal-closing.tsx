import { Autocomplete, Button, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '#renderer/api/client.ts';
import { DayField } from '#renderer/components/fields/day-field.tsx';
import { LongText } from '#renderer/components/text/long-text.tsx';
import { type Deal, isLossReason, lossReason } from '#shared/contract/deal-records.ts';
import { useMoves } from '../moves/use-moves.tsx';
import classes from './deal.module.css';
import { useEditDeal } from './use-deal.ts';

/** How it ended, to be corrected; and the way back into the pipeline. */
export function DealClosing({ deal }: { deal: Deal }) {
  const { t } = useTranslation('deals');
  const edit = useEditDeal(deal);
  const moves = useMoves();
  const before = deal.changes.find(({ after }) => after.status === 'open')?.after.stageId;
  const backTo = before ?? deal.path[0]?.stageId;
  return (
    <>
      <div className={classes['facts']}>
        <DayField
          size="xs"
          isClearable={false}
          label={t('field.closedOn')}
          value={deal.closedOn}
          onChange={(closedOn) => (closedOn === null ? undefined : edit({}, { closedOn }))}
        />
        {deal.status === 'lost' && <LossFields deal={deal} />}
      </div>
      <LongText
        key={deal.id}
        table="deal"
        id={deal.id}
        field="close_note"
        label={t(deal.status === 'lost' ? 'field.lossNote' : 'field.wonNote')}
        lines={2}
        saved={deal.closeNote}
      />
      {backTo !== undefined && (
        <Button
          mt="xs"
          size="compact-sm"
          variant="default"
          onClick={() => moves.start({ deal, toStageId: backTo })}
        >
          {t('deal.reopen')}
        </Button>
      )}
      {moves.dialogs}
    </>
  );
}

function LossFields({ deal }: { deal: Deal }) {
  const { t } = useTranslation('deals');
  const edit = useEditDeal(deal);
  const choices = useQuery(api.deals.listChoices.queryOptions());
  const [competitor, setCompetitor] = useState(deal.lossCompetitor);
  const imported = isLossReason(deal.lossReason) || deal.lossReason === '' ? [] : [deal.lossReason];
  return (
    <>
      <Select
        size="xs"
        label={t('field.lossReason')}
        value={deal.lossReason === '' ? null : deal.lossReason}
        data={[
          ...lossReason.options.map((value) => ({
            value: value as string,
            label: t(`lossReason.${value}`),
          })),
          ...imported.map((value) => ({ value, label: value })),
        ]}
        onChange={(reason) => reason !== null && edit({}, { lossReason: reason })}
      />
      <Autocomplete
        size="xs"
        label={t('field.lossCompetitor')}
        maxLength={300}
        value={competitor}
        data={choices.data?.competitors ?? []}
        onChange={setCompetitor}
        onBlur={() => {
          if (competitor.trim() !== deal.lossCompetitor) {
            void edit({}, { lossCompetitor: competitor.trim() });
          }
        }}
      />
    </>
  );
}
