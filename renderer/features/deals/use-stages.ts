import { useMemo } from 'react';
import type { Pipeline, Stage } from '#shared/contract/deal-pipelines.ts';
import { useLocalName, usePipelines } from './stages/use-pipelines.ts';

export type NamedStage = Stage & { pipelineId: string; name: string };

export type Stages = {
  pipelines: readonly Pipeline[];
  all: readonly NamedStage[];
  /** Undefined for a stage that was deleted. */
  find(id: string): NamedStage | undefined;
  nameOf(id: string): string;
};

/** Stages by id with their names in the language of the screen. */
export function useStages(): Stages {
  const pipelines = usePipelines();
  const localName = useLocalName();
  const all = pipelines.flatMap(({ id, stages }) =>
    stages.map((stage) => ({ ...stage, pipelineId: id, name: localName(stage) })),
  );
  const byId = useMemo(() => new Map(all.map((stage) => [stage.id, stage])), [all]);
  return {
    pipelines,
    all,
    find: (id) => byId.get(id),
    nameOf: (id) => byId.get(id)?.name ?? '',
  };
}
