import { ActionIcon, Button, Modal, Select, Text } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '#renderer/api/client.ts';
import { useFormat } from '#renderer/api/use-format.ts';
import type { Pipeline, Stage } from '#shared/contract/deal-pipelines.ts';
import classes from './stages.module.css';
import { useLocalName } from './use-pipelines.ts';

export type DeleteStageProps = {
  stage: Stage;
  pipeline: Pipeline;
};

/** An empty stage goes at once; one with deals asks where they go. Undo brings both back. */
export function DeleteStage({ stage, pipeline }: DeleteStageProps) {
  const { t } = useTranslation('settings');
  const name = useLocalName()(stage);
  const remove = useMutation(api.deals.deleteStage.mutationOptions());
  const [isAsking, setAsking] = useState(false);
  const open = pipeline.stages.filter(({ type }) => type === 'open');
  if (stage.type !== 'open' || open.length < 2) return null;
  const start = () => {
    if (stage.dealCount > 0) setAsking(true);
    else remove.mutate({ id: stage.id, replacementId: null });
  };
  return (
    <>
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={t('stages.labels.delete', { stage: name })}
        onClick={start}
      >
        <IconTrash size={16} aria-hidden />
      </ActionIcon>
      {isAsking && (
        <Replacement
          stage={stage}
          others={open.filter(({ id }) => id !== stage.id)}
          onClose={() => setAsking(false)}
          onChoose={(replacementId) => remove.mutateAsync({ id: stage.id, replacementId })}
        />
      )}
    </>
  );
}

type ReplacementProps = {
  stage: Stage;
  others: readonly Stage[];
  onClose(): void;
  onChoose(stageId: string): Promise<unknown>;
};

function Replacement({ stage, others, onClose, onChoose }: ReplacementProps) {
  const { t } = useTranslation(['settings', 'common']);
  const format = useFormat();
  const nameOf = useLocalName();
  const [chosen, choose] = useState(others[0]?.id ?? '');
  const go = async () => {
    await onChoose(chosen);
    onClose();
  };
  return (
    <Modal opened onClose={onClose} title={t('stages.delete.title', { stage: nameOf(stage) })}>
      <Text mb="sm">
        {t('stages.delete.body', {
          count: stage.dealCount,
          shown: format.number(stage.dealCount),
        })}
      </Text>
      <Select
        data-autofocus
        label={t('stages.delete.to')}
        data={others.map((other) => ({ value: other.id, label: nameOf(other) }))}
        value={chosen}
        onChange={(value) => value !== null && choose(value)}
      />
      <div className={classes['dialogActions']}>
        <Button variant="default" onClick={onClose}>
          {t('common:cancel')}
        </Button>
        <Button color="red" onClick={go}>
          {t('stages.delete.go')}
        </Button>
      </div>
    </Modal>
  );
}
