import { accounts } from '#shared/contract/accounts.ts';
import { onCommand, onQuery } from '../../rpc/procedures.ts';
import {
  addAccount,
  changeAccount,
  findAccounts,
  getAccount,
  listAccounts,
  listChoices,
  removeAccount,
} from './account.service.ts';
import { listProducts, removeProduct, saveProduct } from './product.service.ts';

export const accountsRouter = {
  listAccounts: onQuery(accounts.listAccounts, listAccounts),
  findAccounts: onQuery(accounts.findAccounts, findAccounts),
  listChoices: onQuery(accounts.listChoices, listChoices),
  getAccount: onQuery(accounts.getAccount, getAccount),
  addAccount: onCommand(accounts.addAccount, addAccount),
  changeAccount: onCommand(accounts.changeAccount, changeAccount),
  removeAccount: onCommand(accounts.removeAccount, removeAccount),
  listProducts: onQuery(accounts.listProducts, listProducts),
  saveProduct: onCommand(accounts.saveProduct, saveProduct),
  removeProduct: onCommand(accounts.removeProduct, removeProduct),
};
