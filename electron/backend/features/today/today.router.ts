import { todayPlace } from '#shared/contract/today.ts';
import { onQuery } from '../../rpc/procedures.ts';
import { getToday } from './today.service.ts';

export const todayRouter = {
  getToday: onQuery(todayPlace.getToday, getToday),
};
