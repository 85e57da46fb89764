import { Select } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '#renderer/api/client.ts';
import { CommittedInput } from '#renderer/components/form/committed-input.tsx';
import type { Pipeline } from '#shared/contract/deal-pipelines.ts';
import type { DeskPipeline } from '#shared/contract/imports-desk.ts';
import { useChangeDesk } from '../use-desk.ts';
import classes from './columns.module.css';
import { StageRow } from './stage-row.tsx';

/** Which stage each value of the stage column is, of a pipeline that is there or of a new one. */
export function StageValues({ pipelines }: { pipelines: readonly DeskPipeline[] }) {
  const { t } = useTranslation('imports');
  const { data: known } = useSuspenseQuery(api.deals.listPipelines.queryOptions());
  return (
    <section className={classes['root']} aria-label={t('columns.stages')}>
      <p className={classes['explain']}>{t('stages.explain')}</p>
      <div className={classes['scroller']}>
        {pipelines.map((pipeline) => (
          <PipelineValues key={pipeline.value} pipeline={pipeline} known={known} />
        ))}
      </div>
    </section>
  );
}

const made = 'new';

type PipelineValuesProps = { pipeline: DeskPipeline; known: readonly Pipeline[] };

function PipelineValues({ pipeline, known }: PipelineValuesProps) {
  const { t, i18n } = useTranslation('imports');
  const change = useChangeDesk();
  const { value, pipelineId, name, stages } = pipeline;
  const present = known.find(({ id }) => id === pipelineId);
  return (
    <section className={classes['pipeline']} aria-label={t('stages.of', { name })}>
      <div className={classes['pipelineHead']}>
        <Select
          size="xs"
          w={260}
          label={t('stages.pipeline')}
          value={pipelineId ?? made}
          data={[
            { value: made, label: t('stages.newPipeline') },
            ...known.map((one) => ({
              value: one.id,
              label: i18n.language === 'en' ? one.nameEn : one.nameZh,
            })),
          ]}
          onChange={(id) =>
            void change({ kind: 'pipeline', value, pipelineId: id === made ? null : id })
          }
        />
        {pipelineId === null && (
          <CommittedInput
            size="xs"
            w={260}
            isNeeded
            maxLength={300}
            label={t('stages.name')}
            saved={name}
            onCommit={(next) => change({ kind: 'pipeline', value, pipelineId: null, name: next })}
          />
        )}
      </div>
      <ul className={classes['plain']}>
        {stages.map((stage, position) => (
          <StageRow
            key={stage.value}
            pipeline={pipeline}
            stage={stage}
            position={position}
            present={present}
          />
        ))}
      </ul>
    </section>
  );
}
