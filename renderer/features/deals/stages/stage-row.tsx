import { ActionIcon, Select } from '@mantine/core';
import { IconAdjustments, IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '#renderer/api/client.ts';
import { useFormat } from '#renderer/api/use-format.ts';
import { CommittedInput } from '#renderer/components/form/committed-input.tsx';
import { CommittedNumber } from '#renderer/components/form/committed-number.tsx';
import { forecastCategory } from '#shared/contract/deal-filter.ts';
import type { Pipeline, Stage } from '#shared/contract/deal-pipelines.ts';
import { DeleteStage } from './delete-stage.tsx';
import { StageDetails } from './stage-details.tsx';
import classes from './stages.module.css';
import { type ChangeStage, useChangeStage, useLocalName } from './use-pipelines.ts';

export type StageRowProps = {
  stage: Stage;
  pipeline: Pipeline;
  isOpen: boolean;
  onToggle(): void;
};

export function StageRow(props: StageRowProps) {
  const { stage, pipeline, isOpen, onToggle } = props;
  const { t } = useTranslation('settings');
  const format = useFormat();
  const name = useLocalName()(stage);
  const change = useChangeStage(stage.id);
  return (
    <tbody>
      <tr>
        <td>{stage.type === 'open' && <Order stage={stage} pipeline={pipeline} />}</td>
        {(['nameZh', 'nameEn'] as const).map((field) => (
          <td key={field}>
            <CommittedInput
              aria-label={t(`stages.labels.${field}`, { stage: name })}
              maxLength={300}
              isNeeded
              saved={stage[field]}
              onCommit={(value) => change({ [field]: value })}
            />
          </td>
        ))}
        <Forecast stage={stage} name={name} onChange={change} />
        <td data-column="deals">{format.number(stage.dealCount)}</td>
        <td className={classes['actions']}>
          <ActionIcon
            variant="subtle"
            aria-label={t('stages.labels.rules', { stage: name })}
            aria-expanded={isOpen}
            onClick={onToggle}
          >
            <IconAdjustments size={16} aria-hidden />
          </ActionIcon>
          <DeleteStage stage={stage} pipeline={pipeline} />
        </td>
      </tr>
      {isOpen && (
        <tr>
          <td />
          <td colSpan={6}>
            <StageDetails stage={stage} pipeline={pipeline} onChange={change} />
          </td>
        </tr>
      )}
    </tbody>
  );
}

type ForecastProps = {
  stage: Stage;
  name: string;
  onChange: ChangeStage;
};

/** Won and lost have their probability and category by nature. */
function Forecast({ stage, name, onChange }: ForecastProps) {
  const { t } = useTranslation('settings');
  const format = useFormat();
  const isFixed = stage.type !== 'open';
  if (isFixed) {
    return (
      <>
        <td data-column="probability">{format.basisPoints(stage.probabilityBp)}</td>
        <td data-column="category">{t(`stages.categories.${stage.forecastCategory}`)}</td>
      </>
    );
  }
  const categories = forecastCategory.options.filter((one) => one !== 'closed');
  return (
    <>
      <td>
        <CommittedNumber
          aria-label={t('stages.labels.probability', { stage: name })}
          suffix="%"
          min={0}
          max={100}
          saved={Math.round(stage.probabilityBp / 100)}
          onCommit={(percent) => onChange({ probabilityBp: percent * 100 })}
        />
      </td>
      <td>
        <Select
          aria-label={t('stages.labels.category', { stage: name })}
          data={categories.map((value) => ({ value, label: t(`stages.categories.${value}`) }))}
          value={stage.forecastCategory}
          onChange={(value) => value !== null && void onChange({ forecastCategory: value })}
        />
      </td>
    </>
  );
}

type OrderProps = Pick<StageRowProps, 'stage' | 'pipeline'>;

function Order({ stage, pipeline }: OrderProps) {
  const { t } = useTranslation('settings');
  const move = useMutation(api.deals.moveStage.mutationOptions());
  const name = useLocalName()(stage);
  const open = pipeline.stages.filter(({ type }) => type === 'open');
  const at = open.findIndex(({ id }) => id === stage.id);
  return (
    <span className={classes['order']}>
      <ActionIcon
        variant="subtle"
        size="sm"
        disabled={at === 0}
        aria-label={t('stages.labels.earlier', { stage: name })}
        onClick={() => move.mutate({ id: stage.id, by: -1 })}
      >
        <IconArrowUp size={14} aria-hidden />
      </ActionIcon>
      <ActionIcon
        variant="subtle"
        size="sm"
        disabled={at === open.length - 1}
        aria-label={t('stages.labels.later', { stage: name })}
        onClick={() => move.mutate({ id: stage.id, by: 1 })}
      >
        <IconArrowDown size={14} aria-hidden />
      </ActionIcon>
    </span>
  );
}
