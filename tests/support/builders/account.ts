import type { NewAccount } from '#shared/contract/accounts.ts';
import type { TestBackend } from '#tests/support/start-backend.ts';

/** Adds an account as the manager would. */
export async function buildAccount(
  { client }: TestBackend,
  facts: Partial<NewAccount> = {},
): Promise<string> {
  const { id } = await client.accounts.addAccount({ name: '信达集团', ...facts });
  return id;
}
