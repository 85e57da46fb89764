import { search } from '#shared/contract/search.ts';
import { onTask } from '../../rpc/procedures.ts';
import { find, rememberChoice } from './search.service.ts';

export const searchRouter = {
  find: onTask(search.find, find),
  rememberChoice: onTask(search.rememberChoice, rememberChoice),
};
