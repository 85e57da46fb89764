/** A text that is being typed and may not be on disk yet. */
export type Draft = {
  /** Writes what is not written; resolves when it is on disk, rejects when it cannot be. */
  settle(): Promise<void>;
};

const drafts = new Set<Draft>();

/** Makes a draft known for as long as it is on the screen. @returns how to forget it */
export function registerDraft(draft: Draft): () => void {
  drafts.add(draft);
  return () => drafts.delete(draft);
}

/** Writes everything typed so far: before undo, before another page, before closing. */
export async function settleDrafts(): Promise<void> {
  await Promise.all([...drafts].map((draft) => draft.settle()));
}
