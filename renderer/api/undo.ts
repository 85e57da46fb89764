import type { UndoStep } from '#shared/contract/events.ts';
import { client } from './client.ts';
import { settleDrafts } from './drafts.ts';
import { i18n } from './i18n.ts';
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

/** A step in words: `<slug>:undo.<verb>` filled with its details. */
export function stepText({ command, details }: UndoStep): string {
  const [slug = '', verb = ''] = command.split('.');
  const key = `${slug}:undo.${verb}`;
  const t = i18n.getFixedT(null, ['shell']) as (key: string, values: object) => string; // the key is made up at run time
  return t(key, details);
}
