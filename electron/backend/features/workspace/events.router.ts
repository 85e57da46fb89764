import { events } from '#shared/contract/events.ts';
import { onTask } from '../../rpc/procedures.ts';

export const eventsRouter = {
  subscribe: onTask(events.subscribe, ({ workspace, signal }) => workspace.changes(signal)),
};
