import { ActionIcon, Select } from '@mantine/core';
import { IconAlertTriangle, IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/api/use-format.ts';
import { CommittedNumber } from '#renderer/components/form/committed-number.tsx';
import { Name } from '#renderer/components/text/name.tsx';
import type { Pipeline } from '#shared/contract/deal-pipelines.ts';
import type { DeskPipeline, StageTarget } from '#shared/contract/imports-desk.ts';
import { useChangeDesk } from '../use-desk.ts';
import classes from './columns.module.css';

type StageValue = DeskPipeline['stages'][number];

export type StageRowProps = {
  pipeline: DeskPipeline;
  stage: StageValue;
  position: number;
  present: Pipeline | undefined;
};

export function StageRow({ pipeline, stage, position, present }: StageRowProps) {
  const { t, i18n } = useTranslation('imports');
  const format = useFormat();
  const change = useChangeDesk();
  const { value, count, target } = stage;
  const choose = (next: StageTarget, moveTo?: number) =>
    change({
      kind: 'stage',
      pipelineValue: pipeline.value,
      value,
      target: next,
      ...(moveTo === undefined ? {} : { position: moveTo }),
    });
  const kinds = present === undefined ? (['open', 'won', 'lost'] as const) : (['open'] as const);
  return (
    <li className={classes['stage']}>
      <span className={classes['heading']}>
        <Name>{value}</Name>
        <span className={classes['dim']}>
          {t('names.rows', { count, shown: format.number(count) })}
        </span>
      </span>
      <Select
        size="xs"
        aria-label={t('stages.target', { value })}
        value={choiceOf(target)}
        data={[
          ...(present?.stages ?? []).map((one) => ({
            value: one.id,
            label: i18n.language === 'en' ? one.nameEn : one.nameZh,
          })),
          ...kinds.map((kind) => ({ value: kind, label: t(`stages.new.${kind}`) })),
          { value: 'none', label: t('stages.none') },
        ]}
        onChange={(choice) => choice !== null && void choose(targetOf(choice, stage))}
      />
      <span>
        {target.type === 'new' && target.kind === 'open' && (
          <CommittedNumber
            size="xs"
            w={72}
            min={0}
            max={100}
            suffix=" %"
            aria-label={t('stages.probability', { value })}
            saved={Math.round(target.probabilityBp / 100)}
            onCommit={(percent) => choose({ ...target, probabilityBp: percent * 100 })}
          />
        )}
        {target.type === 'none' && (
          <span className={classes['unsure']}>
            <IconAlertTriangle size={14} aria-hidden />
            {t('stages.comesBack')}
          </span>
        )}
      </span>
      {present === undefined && (
        <Order
          value={value}
          position={position}
          last={pipeline.stages.length - 1}
          onMove={(to) => void choose(target, to)}
        />
      )}
    </li>
  );
}

function choiceOf(target: StageTarget): string {
  if (target.type === 'stage') return target.stageId;
  return target.type === 'new' ? target.kind : 'none';
}

const firstChance = 5000;

function targetOf(choice: string, { value, target }: StageValue): StageTarget {
  if (choice === 'none') return { type: 'none' };
  const name = value.slice(0, 300);
  if (choice === 'won') return { type: 'new', name, kind: 'won', probabilityBp: 10_000 };
  if (choice === 'lost') return { type: 'new', name, kind: 'lost', probabilityBp: 0 };
  if (choice !== 'open') return { type: 'stage', stageId: choice };
  const isOpen = target.type === 'new' && target.kind === 'open';
  const probabilityBp = isOpen ? target.probabilityBp : firstChance;
  return { type: 'new', name, kind: 'open', probabilityBp };
}

type OrderProps = { value: string; position: number; last: number; onMove(to: number): void };

function Order({ value, position, last, onMove }: OrderProps) {
  const { t } = useTranslation('imports');
  return (
    <span className={classes['order']}>
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={t('stages.up', { value })}
        disabled={position === 0}
        onClick={() => onMove(position - 1)}
      >
        <IconArrowUp size={15} aria-hidden />
      </ActionIcon>
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={t('stages.down', { value })}
        disabled={position === last}
        onClick={() => onMove(position + 1)}
      >
        <IconArrowDown size={15} aria-hidden />
      </ActionIcon>
    </span>
  );
}
