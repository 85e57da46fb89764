import { Button, Group, SegmentedControl } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '#renderer/api/client.ts';
import { createTranslator } from '#shared/i18n/index.ts';
import { newPipelineDraft } from './new-pipeline.ts';
import { PipelineEditor } from './pipeline-editor.tsx';
import { useLocalName, usePipelines } from './use-pipelines.ts';

/** The pipelines and their stages. Every change saves at once, and undo takes it back. */
export function StageSettings() {
  const { t } = useTranslation('settings');
  const pipelines = usePipelines();
  const save = useMutation(api.deals.savePipeline.mutationOptions());
  const nameOf = useLocalName();
  const [chosenId, choose] = useState<string>();
  const chosen = pipelines.find(({ id }) => id === chosenId) ?? pipelines[0];
  const add = async () => choose((await save.mutateAsync(newPipelineDraft(firstNames()))).id);
  return (
    <>
      <Group mb="md">
        {pipelines.length > 1 && (
          <SegmentedControl
            aria-label={t('stages.pipelines')}
            value={chosen?.id ?? ''}
            data={pipelines.map((one) => ({ value: one.id, label: nameOf(one) }))}
            onChange={choose}
          />
        )}
        <Button
          variant="subtle"
          leftSection={<IconPlus size={16} aria-hidden />}
          loading={save.isPending}
          onClick={add}
        >
          {t('stages.addPipeline')}
        </Button>
      </Group>
      {chosen !== undefined && <PipelineEditor key={chosen.id} pipeline={chosen} />}
    </>
  );
}

/** A pipeline has a name in both languages from the start. */
function firstNames() {
  const zh = createTranslator('zh-CN');
  const en = createTranslator('en');
  const both = (key: 'newPipeline' | 'newStage' | 'won' | 'lost') => ({
    nameZh: zh(`settings:stages.names.${key}`),
    nameEn: en(`settings:stages.names.${key}`),
  });
  return { ...both('newPipeline'), stage: both('newStage'), won: both('won'), lost: both('lost') };
}
