import { AppError } from '../../../app-error.ts';
import type { StageRecord } from './pipeline.repository.ts';

/**
 * The stage a deal is to go to. In a deleted one it would be on no board.
 *
 * @throws AppError not_found, stage_deleted
 */
export function targetStage(stages: ReadonlyMap<string, StageRecord>, id: string): StageRecord {
  const stage = stages.get(id);
  if (stage === undefined) throw new AppError('not_found');
  const { nameZh, nameEn, isDeleted } = stage;
  if (isDeleted) throw new AppError('stage_deleted', { stageZh: nameZh, stageEn: nameEn });
  return stage;
}
