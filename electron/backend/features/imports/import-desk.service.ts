import type { DeskChange, DeskProblem, ImportDesk } from '#shared/contract/imports-desk.ts';
import { AppError } from '../../app-error.ts';
import type { TaskContext } from '../../rpc/context.ts';
import { getSettings } from '../settings/settings.service.ts';
import { takeUpload } from '../uploads/upload.service.ts';
import { applyChange } from './desk/desk-changes.ts';
import { profileDrafts } from './desk/desk-plan.ts';
import { toDesk } from './desk/desk-view.ts';
import { closeDesk, type ImportDesk as Desk, findDesk, openDesk } from './desk/import-desk.ts';
import { settlePlan } from './job/check-import.ts';
import { CancelledError } from './job/import-work.ts';
import { FileProblem } from './reading/file-problem.ts';

export function getDesk(context: TaskContext): ImportDesk | null {
  const desk = findDesk(context);
  return desk === undefined ? null : view(context, desk);
}

export async function openFiles(
  context: TaskContext,
  { handles }: { handles: readonly string[] },
): Promise<ImportDesk> {
  const uploads = handles.map((handle) => takeUpload(context, handle));
  const desk = openDesk(context);
  return settled(context, desk, () => desk.addFiles(uploads));
}

export function removeFile(context: TaskContext, { fileId }: { fileId: string }): ImportDesk {
  const desk = presentDesk(context);
  desk.removeFile(fileId);
  return view(context, desk);
}

export async function changeDesk(context: TaskContext, change: DeskChange): Promise<ImportDesk> {
  const desk = presentDesk(context);
  return settled(context, desk, async () => {
    await applyChange(desk, change);
    desk.changed();
  });
}

export async function checkDesk(context: TaskContext): Promise<ImportDesk> {
  const desk = presentDesk(context);
  return settled(context, desk, () => desk.check());
}

export function followDesk(context: TaskContext) {
  return presentDesk(context).progress(context.signal);
}

export type ProblemQuery = {
  code?: DeskProblem['code'] | undefined;
  level?: DeskProblem['level'] | undefined;
  field?: DeskProblem['field'] | undefined;
  entity?: string | undefined;
  offset: number;
  limit: number;
};

export function listProblems(context: TaskContext, wanted: ProblemQuery) {
  const { state } = presentDesk(context);
  const { offset, limit, entity, code, level, field } = wanted;
  const sheets = new Map(
    toDesk(state, '').files.flatMap(({ sheets: list }) => list.map((sheet) => [sheet.id, sheet])),
  );
  const found = state.problems.filter(
    (problem) =>
      (code === undefined || problem.code === code) &&
      (level === undefined || problem.level === level) &&
      (field === undefined || problem.field === field) &&
      (entity === undefined || sheets.get(problem.sheetId)?.entity === entity),
  );
  return { total: found.length, problems: found.slice(offset, offset + limit) };
}

/**
 * Carries the import out in a thread of its own, after a backup. Nobody else writes meanwhile;
 * reading goes on.
 */
export async function runImport(context: TaskContext): Promise<ImportDesk> {
  const desk = presentDesk(context);
  return settled(context, desk, () =>
    desk.operate(async () => {
      await desk.check();
      await desk.work('backing_up', () => context.workspace.backups.ensure('before_import'));
      await write(context, desk);
    }),
  );
}

async function write(context: TaskContext, desk: Desk): Promise<void> {
  const { platform, workspace } = context;
  const { state } = desk;
  const plan = settlePlan(await desk.plan(), state.proposal);
  const { language } = await context.read(getSettings);
  const run = {
    id: platform.newId(),
    language,
    files: state.files.map(({ upload }) => ({ name: upload.name, size: upload.file.ref.size })),
    profiles: profileDrafts(state),
  };
  const { check, problems, step, returned } = await workspace.runCommandInJob(async (target) => {
    const spoolPath = workspace.scratch.reserve();
    const result = await desk.run('writing', { task: 'run', target, plan, run, spoolPath });
    return { result, step: result.step, quiet: false };
  });
  const { counts, notes } = check;
  state.problems = problems;
  state.result = { runId: run.id, counts, notes, returned, hasEffect: step !== null };
  if (step === null) {
    workspace.publish({ topics: ['imports'], step: null, cause: 'task', quiet: true });
  }
}

export function cancel(context: TaskContext): void {
  findDesk(context)?.cancel();
}

export function putAway(context: TaskContext): void {
  closeDesk(context);
}

/** @throws AppError desk_closed */
function presentDesk(context: TaskContext): Desk {
  const desk = findDesk(context);
  if (desk === undefined) throw new AppError('desk_closed');
  return desk;
}

function view({ platform }: TaskContext, desk: Desk): ImportDesk {
  return toDesk(desk.state, platform.now().toISOString());
}

/** The desk once work on it is done. @throws AppError cancelled, file_unreadable */
async function settled(
  context: TaskContext,
  desk: Desk,
  work: () => Promise<void>,
): Promise<ImportDesk> {
  try {
    await work();
  } catch (error) {
    if (error instanceof CancelledError) throw new AppError('cancelled');
    if (error instanceof FileProblem) throw new AppError('file_unreadable');
    throw error;
  }
  return view(context, desk);
}
