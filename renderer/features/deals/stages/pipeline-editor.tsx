import { Button, Group } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CommittedInput } from '#renderer/components/form/committed-input.tsx';
import type { Pipeline, PipelineDraft } from '#shared/contract/deal-pipelines.ts';
import { createTranslator } from '#shared/i18n/index.ts';
import { DeletePipeline } from './delete-pipeline.tsx';
import { draftWithNewStage, toDraft } from './pipeline-edit.ts';
import { StageRow } from './stage-row.tsx';
import classes from './stages.module.css';
import { StagesHead } from './stages-head.tsx';
import { useSavePipeline } from './use-pipelines.ts';

export function PipelineEditor({ pipeline }: { pipeline: Pipeline }) {
  const { t } = useTranslation('settings');
  const save = useSavePipeline();
  const [openId, setOpenId] = useState<string | null>(null);
  const commit = (draft: PipelineDraft) => save.mutateAsync(draft);
  const edit = (changed: Pipeline) => commit(toDraft(changed));
  const addStage = () => {
    const name = (language: 'zh-CN' | 'en') =>
      createTranslator(language)('settings:stages.names.newStage');
    return save.mutate(draftWithNewStage(pipeline, { nameZh: name('zh-CN'), nameEn: name('en') }));
  };
  return (
    <section>
      <Group align="flex-end" mb="md">
        {(['nameZh', 'nameEn'] as const).map((name) => (
          <CommittedInput
            key={name}
            label={t(`stages.pipeline.${name}`)}
            w={240}
            maxLength={300}
            isNeeded
            saved={pipeline[name]}
            onCommit={(value) => edit({ ...pipeline, [name]: value })}
          />
        ))}
        <DeletePipeline pipeline={pipeline} />
      </Group>
      <table className={classes['table']}>
        <StagesHead />
        {pipeline.stages.map((stage) => (
          <StageRow
            key={stage.id}
            stage={stage}
            pipeline={pipeline}
            isOpen={stage.id === openId}
            onToggle={() => setOpenId(stage.id === openId ? null : stage.id)}
            onEdit={edit}
            onCommit={commit}
          />
        ))}
      </table>
      <Button
        mt="sm"
        variant="subtle"
        leftSection={<IconPlus size={16} aria-hidden />}
        onClick={addStage}
      >
        {t('stages.addStage')}
      </Button>
    </section>
  );
}
