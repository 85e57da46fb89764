import { afterEach, beforeEach, expect, test, vi } from 'vitest';

const saved = vi.hoisted((): string[] => []);
vi.mock('#renderer/api/client.ts', () => ({
  client: { texts: { saveText: async ({ text }: { text: string }) => void saved.push(text) } },
}));
vi.mock('#renderer/api/toasts.tsx', () => ({ showFailure: () => undefined }));

const { discardDrafts, draftOf, expectNews, settleDrafts } = await import(
  '#renderer/api/autosave/drafts.ts'
);

const field = { table: 'risk', id: 'r1', field: 'cause' };

beforeEach(() => {
  saved.length = 0;
});
afterEach(discardDrafts);

test('a text that was undone while its page was away comes back as undone', async () => {
  draftOf(field, 'A').type('B');
  await settleDrafts();
  expectNews();
  expect(draftOf(field, 'A').text).toBe('A');
});

test('a page that comes back with an old answer shows what was typed last', async () => {
  draftOf(field, 'A').type('B');
  await settleDrafts();
  expect(draftOf(field, 'A').text).toBe('B');
});

test('what was typed into one file is neither shown nor written in the next', async () => {
  const draft = draftOf(field, 'A');
  draft.type('B');
  discardDrafts();
  await draft.settle();
  await settleDrafts();
  expect(saved).toEqual([]);
  expect(draftOf(field, 'A').text).toBe('A');
});
