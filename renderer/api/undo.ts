import type { UndoStep } from '#shared/contract/events.ts';
import { settleDrafts } from './autosave/drafts.ts';
import { client } from './client.ts';
import { showFailure } from './toasts.tsx';

/** Takes the last step back; what is being typed is saved first, so that it belongs to a step. */
export function undo(): Promise<void> {
  return travel(() => client.workspace.undo());
}

export function redo(): Promise<void> {
  return travel(() => client.workspace.redo());
}

async function travel(go: () => Promise<UndoStep>): Promise<void> {
  try {
    await settleDrafts();
    await go();
  } catch (error) {
    showFailure(error);
  }
}
