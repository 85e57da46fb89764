import { expect, test, vi } from 'vitest';

vi.mock('#renderer/api/client.ts', () => ({
  client: {
    uploads: {
      begin: async () => ({ handle: 'h1' }),
      append: async () => {
        throw new Error('disk_full');
      },
      discard: async () => {
        throw new Error('workspace_closed');
      },
    },
  },
}));
const { uploadFile } = await import('#renderer/api/uploads.ts');

test('an upload that fails says why, even when what arrived cannot be removed', async () => {
  const file = new File(['name,amount'], 'pipeline.csv');
  await expect(uploadFile(file)).rejects.toThrow('disk_full');
});
