import { ActionIcon, Button, SegmentedControl } from '@mantine/core';
import { IconCheck, IconTrash } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '#renderer/api/client.ts';
import { LongText } from '#renderer/components/text/long-text.tsx';
import { party } from '#shared/contract/coaching-fields.ts';
import type { GrowOption } from '#shared/contract/coaching-grow.ts';
import { useSession } from '../session/session-context.ts';
import classes from './grow.module.css';
import { ScaleField } from './scale-field.tsx';

/** One way forward: whose idea, what for, what it costs, and whether it is the one. */
export function OptionCard({ option, place }: { option: GrowOption; place: number }) {
  const { t } = useTranslation('coaching');
  const { page } = useSession();
  const { id, isChosen } = option;
  const text = { table: 'grow_option', id, isLocked: page.isLocked, lines: 1 } as const;
  return (
    <li id={`option-${id}`} className={classes['card']} data-chosen={isChosen}>
      <LongText
        {...text}
        field="text"
        label={t('options.option', { place })}
        saved={option.text}
        placeholder={t('options.placeholder')}
      />
      <div className={classes['row']}>
        <LongText {...text} field="pros" label={t('options.pros')} saved={option.pros} />
        <LongText {...text} field="cons" label={t('options.cons')} saved={option.cons} />
      </div>
      <OptionFoot option={option} place={place} />
    </li>
  );
}

function OptionFoot({ option, place }: { option: GrowOption; place: number }) {
  const { t } = useTranslation('coaching');
  const { page } = useSession();
  const change = useMutation(api.coaching.changeOption.mutationOptions());
  const choose = useMutation(api.coaching.chooseOption.mutationOptions());
  const remove = useMutation(api.coaching.removeOption.mutationOptions());
  const { id: optionId, impact, feasibility, isChosen, rankHint, proposedBy } = option;
  const isDisabled = page.isLocked || !page.canScore;
  return (
    <div className={classes['cardFoot']}>
      <SegmentedControl
        size="xs"
        aria-label={t('options.by', { place })}
        disabled={page.isLocked}
        data={party.options.map((value) => ({ value, label: t(`options.proposed.${value}`) }))}
        value={proposedBy}
        onChange={(value) => change.mutate({ optionId, proposedBy: party.parse(value) })}
      />
      <ScaleField
        label={t('options.impact')}
        max={5}
        value={impact}
        isDisabled={isDisabled}
        onChange={(value, onError) => change.mutate({ optionId, impact: value }, { onError })}
      />
      <ScaleField
        label={t('options.feasibility')}
        max={5}
        value={feasibility}
        isDisabled={isDisabled}
        onChange={(value, onError) => change.mutate({ optionId, feasibility: value }, { onError })}
      />
      {rankHint !== null && (
        <span className={classes['hint']}>{t('options.rank', { rank: rankHint })}</span>
      )}
      <span className={classes['push']} />
      {!page.isLocked && (
        <>
          <Button
            size="compact-sm"
            variant={isChosen ? 'filled' : 'default'}
            aria-pressed={isChosen}
            leftSection={<IconCheck size={14} aria-hidden />}
            onClick={() => choose.mutate({ optionId, isChosen: !isChosen })}
          >
            {t(isChosen ? 'options.chosen' : 'options.choose')}
          </Button>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('options.remove', { place })}
            onClick={() => remove.mutate({ optionId })}
          >
            <IconTrash size={16} aria-hidden />
          </ActionIcon>
        </>
      )}
    </div>
  );
}
