import { rmSync } from 'node:fs';
import { EventPublisher } from '@orpc/server';
import type { DeskProgress } from '#shared/contract/imports-desk.ts';
import type { ScratchFolder } from '../../../files/scratch.ts';
import type { TaskContext } from '../../../rpc/context.ts';
import { getSettings } from '../../settings/settings.service.ts';
import type { ReceivedFile } from '../../uploads/upload.service.ts';
import { ImportThread } from '../job/import-thread.ts';
import { CancelledError, type ImportWork, type ImportWorkResults } from '../job/import-work.ts';
import { proposedEntity } from '../planning/understand-sheet.ts';
import { FileProblem } from '../reading/file-problem.ts';
import type { ReadFile } from '../reading/read-file.ts';
import { deskPlan, fallbackPipelineName } from './desk-plan.ts';
import { takeProfile } from './desk-profile.ts';
import {
  allSheets,
  type DeskState,
  emptyDesk,
  type FileState,
  type SheetState,
} from './desk-state.ts';

/** Desks belong to an open workspace and end with it. */
const desks = new WeakMap<ScratchFolder, ImportDesk>();

/** The one import that is in preparation, if any. */
export function findDesk({ workspace }: Pick<TaskContext, 'workspace'>): ImportDesk | undefined {
  return desks.get(workspace.scratch);
}

export function openDesk(context: TaskContext): ImportDesk {
  const known = findDesk(context);
  if (known !== undefined) return known;
  const desk = new ImportDesk(context);
  desks.set(context.workspace.scratch, desk);
  return desk;
}

export function closeDesk(context: Pick<TaskContext, 'workspace'>): void {
  findDesk(context)?.close();
  desks.delete(context.workspace.scratch);
}

/**
 * Holds what was dropped and decided, and keeps finding out what would happen: each change starts
 * a new check and ends the one before.
 */
export class ImportDesk {
  readonly state: DeskState;
  readonly #context: TaskContext;
  readonly #events = new EventPublisher<{ progress: DeskProgress | null }>();
  readonly #closed = new AbortController();
  readonly #thread: ImportThread;
  #job: AbortController | undefined;
  #operation: AbortController | undefined;
  #turn: Promise<unknown> = Promise.resolve();
  #checking: Promise<void> | undefined;
  #version = 0;

  constructor(context: TaskContext) {
    this.#context = context;
    this.#thread = new ImportThread(context.platform);
    this.state = emptyDesk(context.platform.newId());
    context.workspace.scratch.closed.addEventListener('abort', () => this.close(), { once: true });
  }

  /** How far the present work is, from now on; null when there is none. */
  progress(signal: AbortSignal): AsyncIteratorObject<DeskProgress | null> {
    return this.#events.subscribe('progress', { signal });
  }

  async addFiles(uploads: readonly ReceivedFile[]): Promise<void> {
    const added = uploads.map((upload): FileState => {
      const id = this.#context.platform.newId();
      return { id, upload, choices: {}, problem: null, text: null, sheets: [] };
    });
    this.state.files.push(...added);
    this.changed();
    for (const file of added) await this.#inTurn(() => this.#read(file));
    // A check may have come between two files and known only the first.
    this.changed();
  }

  removeFile(fileId: string): void {
    const file = this.state.files.find(({ id }) => id === fileId);
    if (file === undefined) return;
    this.state.files = this.state.files.filter((other) => other !== file);
    this.changed();
    removeStaged(file);
    file.upload.file.remove();
  }

  /** Reads a file again in another way. */
  readAgain(file: FileState): Promise<void> {
    return this.#inTurn(() => this.#read(file));
  }

  async #read(file: FileState): Promise<void> {
    const staged = file.sheets;
    try {
      const work = {
        task: 'read' as const,
        file: file.upload.file.ref,
        choices: file.choices,
        stagingBase: this.#context.workspace.scratch.reserve(),
      };
      await this.#takeRead(file, await this.run('reading', work));
    } catch (error) {
      if (!(error instanceof FileProblem)) throw error;
      file.problem = error.code;
      file.sheets = [];
    } finally {
      removeStaged({ sheets: staged.filter((sheet) => !file.sheets.includes(sheet)) });
    }
  }

  async #takeRead(file: FileState, read: ReadFile): Promise<void> {
    file.problem = null;
    file.text = read.text;
    file.sheets = read.sheets.map((sheet): SheetState => {
      const name = sheet.name === '' ? file.upload.name : sheet.name;
      const { headerLine, columns } = sheet;
      return {
        id: this.#context.platform.newId(),
        name,
        read: sheet,
        headerLine,
        columns,
        proposedEntity: proposedEntity(columns, `${file.upload.name} ${sheet.name}`),
        choices: { columns: {} },
        profile: null,
        fixes: new Map(),
      };
    });
    for (const sheet of file.sheets) await takeProfile(this.#context, this.state, sheet);
  }

  /** Takes another line for the headings; what was chosen for columns no longer fits. */
  async moveHeadings(sheet: SheetState, headerLine: number): Promise<void> {
    const { staged } = sheet.read;
    const work = { task: 'headings' as const, staged, headerLine };
    sheet.columns = await this.#inTurn(() => this.run('reading', work));
    sheet.headerLine = headerLine;
    sheet.proposedEntity = proposedEntity(sheet.columns, sheet.name);
    sheet.choices = { columns: {} };
    sheet.profile = null;
    await takeProfile(this.#context, this.state, sheet);
  }

  /** Something is different: what was found out no longer holds. */
  changed(): void {
    this.#version += 1;
    this.state.check = null;
    this.state.result = null;
    if (this.state.progress?.phase === 'checking') this.#job?.abort();
  }

  /** Finds out what would happen, and again when something changed meanwhile. */
  async check(): Promise<void> {
    while (this.state.check === null) {
      this.#checking ??= this.#inTurn(() => this.#check()).finally(() => {
        this.#checking = undefined;
      });
      await this.#checking;
    }
  }

  async #check(): Promise<void> {
    const { state } = this;
    const version = this.#version;
    const plan = await this.plan();
    if (plan.sheets.length === 0) {
      state.check = { counts: [], notes: [], previews: [] };
      state.problems = [];
      return;
    }
    const of = JSON.stringify(plan.sheets.map(({ staged, ...rest }) => [staged.rows.path, rest]));
    const { choices, survey } = state;
    const found = await this.#context.workspace.readInJob((target) =>
      this.run('checking', {
        task: 'check',
        target,
        plan,
        choices,
        fallbackName: fallbackPipelineName(state),
        survey: survey?.of === of ? survey.found : null,
      }).catch((error) => {
        // Stopped by a change: the next check starts at once.
        if (error instanceof CancelledError && version !== this.#version) return undefined;
        throw error;
      }),
    );
    if (found === undefined || version !== this.#version) return;
    const { check, problems, survey: seen, ...proposal } = found;
    Object.assign(state, { check, problems, proposal, survey: { of, found: seen } });
  }

  async plan() {
    const { currency } = await this.#context.read(getSettings);
    const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
    return deskPlan(this.state, {
      currency,
      timeZone,
      now: this.#context.platform.now().toISOString(),
    });
  }

  /** Lets the thread do something and tells how far it is. @throws FileProblem, AppError, CancelledError */
  run<W extends ImportWork>(
    phase: DeskProgress['phase'],
    work: W,
  ): Promise<ImportWorkResults[W['task']]> {
    return this.work(phase, (signal, onProgress) => this.#thread.run(work, { signal, onProgress }));
  }

  /** Several works that are one to the manager: who cancels between two of them stops it too. */
  async operate(operation: () => Promise<void>): Promise<void> {
    this.#operation = new AbortController();
    try {
      await operation();
    } finally {
      this.#operation = undefined;
    }
  }

  /** Anything that takes time and can be stopped. */
  async work<T>(
    phase: DeskProgress['phase'],
    work: (signal: AbortSignal, onProgress: (permille: number) => void) => Promise<T>,
  ): Promise<T> {
    this.#closed.signal.throwIfAborted();
    this.#operation?.signal.throwIfAborted();
    const job = new AbortController();
    this.#job = job;
    this.#tell({ phase, permille: 0 });
    try {
      return await work(job.signal, (permille) => this.#tell({ phase, permille }));
    } finally {
      this.#tell(null);
    }
  }

  /** Stops what is going on; nothing of it stays. */
  cancel(): void {
    this.#operation?.abort(new CancelledError('cancelled'));
    this.#job?.abort();
  }

  close(): void {
    this.#closed.abort(new CancelledError('cancelled'));
    this.cancel();
    void this.#thread.end();
    for (const file of this.state.files) {
      removeStaged(file);
      file.upload.file.remove();
    }
    this.state.files = [];
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#turn.then(work, work);
    this.#turn = result.catch(() => undefined);
    return result;
  }

  #tell(progress: DeskProgress | null): void {
    this.state.progress = progress;
    this.#events.publish('progress', progress);
  }

  findSheet(sheetId: string): SheetState | undefined {
    return allSheets(this.state).find(({ id }) => id === sheetId);
  }
}

function removeStaged({ sheets }: Pick<FileState, 'sheets'>): void {
  for (const { read } of sheets) rmSync(read.staged.rows.path, { force: true });
}
