import type { Visibility } from '#shared/contract/coaching-fields.ts';

/**
 * What an undo step may quote of a record. Its toast is shown while presenting too, so a private
 * record gives none of its words and asks for the variant of the text without them.
 */
export function quotable({
  text,
  visibility,
}: {
  text: string;
  visibility: Visibility;
}): { text: string } | { context: 'private' } {
  return visibility === 'private' ? { context: 'private' } : { text };
}
