import type { Product } from '#shared/contract/accounts.ts';
import { AppError } from '../../app-error.ts';
import type { CommandContext, QueryContext } from '../../rpc/context.ts';
import * as repository from './product.repository.ts';

export function listProducts({ db }: QueryContext): Promise<Product[]> {
  return repository.listProducts(db);
}

type ProductDraft = {
  id?: string | undefined;
  name: string;
  series?: string | undefined;
  listPriceMinor?: number | null | undefined;
};

/**
 * Changes the product of that id, or makes a new one; what is not named stays as it is.
 *
 * @throws AppError not_found
 */
export async function saveProduct(
  context: CommandContext,
  { id, ...draft }: ProductDraft,
): Promise<{ id: string }> {
  const { db, platform, step } = context;
  const known = id === undefined ? { series: '', listPriceMinor: null } : await find(context, id);
  const { name, series = known.series, listPriceMinor = known.listPriceMinor } = draft;
  const facts = { name, series, listPriceMinor };
  step.describe({ name });
  if (id === undefined) return { id: await repository.insertProduct(db, platform, facts) };
  await repository.updateProduct(db, platform, { id, ...facts });
  return { id };
}

/** @throws AppError not_found, product_in_use */
export async function removeProduct(
  context: CommandContext,
  { id }: { id: string },
): Promise<void> {
  const { name, dealCount } = await find(context, id);
  if (dealCount > 0) throw new AppError('product_in_use', { name });
  context.step.describe({ name });
  await repository.softDeleteProduct(context.db, context.platform, id);
}

async function find({ db }: CommandContext, id: string): Promise<Product> {
  const product = (await repository.listProducts(db)).find((one) => one.id === id);
  if (product === undefined) throw new AppError('not_found');
  return product;
}
