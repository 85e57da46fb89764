import { MultiSelect, Switch } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type Pipeline, requiredField, type Stage } from '#shared/contract/deal-pipelines.ts';
import { StageHealth } from './stage-health.tsx';
import classes from './stages.module.css';
import { type ChangeStage, useLocalName } from './use-pipelines.ts';

export type StageDetailsProps = {
  stage: Stage;
  pipeline: Pipeline;
  onChange: ChangeStage;
};

/** What a deal needs to enter the stage, where it may go from there, and the stage's own warnings. */
export function StageDetails({ stage, pipeline, onChange }: StageDetailsProps) {
  const { t } = useTranslation('settings');
  const nameOf = useLocalName();
  const others = pipeline.stages.filter(({ id }) => id !== stage.id);
  const fields = requiredField.options.map((value) => ({
    value,
    label: t(`stages.required.${value}`),
  }));
  return (
    <div className={classes['details']}>
      <MultiSelect
        label={t('stages.requiredFields')}
        description={t('stages.requiredFieldsHint')}
        data={fields}
        value={stage.requiredFields}
        onChange={(fieldsNow) =>
          void onChange({ requiredFields: memberChanges(stage.requiredFields, fieldsNow) })
        }
      />
      <MultiSelect
        label={t('stages.allowedNext')}
        description={t('stages.allowedNextHint')}
        placeholder={stage.allowedNext === null ? t('stages.anyStage') : ''}
        data={others.map((other) => ({ value: other.id, label: nameOf(other) }))}
        value={stage.allowedNext ?? []}
        onChange={(ids) =>
          void onChange({ allowedNext: memberChanges(stage.allowedNext ?? [], ids) })
        }
      />
      <Switch
        label={t('stages.allowBack')}
        checked={stage.allowBack}
        onChange={(event) => void onChange({ allowBack: event.currentTarget.checked })}
      />
      {stage.type === 'open' && (
        <StageHealth
          rules={stage.healthRules}
          onChange={(healthRules) => onChange({ healthRules })}
        />
      )}
    </div>
  );
}

/** Which members came (true) and went (false). */
function memberChanges(before: readonly string[], after: readonly string[]) {
  const changed = [...new Set([...before, ...after])].filter(
    (one) => before.includes(one) !== after.includes(one),
  );
  return Object.fromEntries(changed.map((one) => [one, after.includes(one)]));
}
