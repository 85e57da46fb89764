import { Button, Group } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '#renderer/api/client.ts';
import { CommittedInput } from '#renderer/components/form/committed-input.tsx';
import type { Pipeline } from '#shared/contract/deal-pipelines.ts';
import { createTranslator } from '#shared/i18n/index.ts';
import { DeletePipeline } from './delete-pipeline.tsx';
import { StageRow } from './stage-row.tsx';
import classes from './stages.module.css';
import { StagesHead } from './stages-head.tsx';

export function PipelineEditor({ pipeline }: { pipeline: Pipeline }) {
  const { t } = useTranslation('settings');
  const rename = useMutation(api.deals.renamePipeline.mutationOptions());
  const add = useMutation(api.deals.addStage.mutationOptions());
  const [openId, setOpenId] = useState<string | null>(null);
  const addStage = () => {
    const name = (language: 'zh-CN' | 'en') =>
      createTranslator(language)('settings:stages.names.newStage');
    add.mutate({ pipelineId: pipeline.id, nameZh: name('zh-CN'), nameEn: name('en') });
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
            onCommit={(value) => rename.mutateAsync({ id: pipeline.id, [name]: value })}
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
