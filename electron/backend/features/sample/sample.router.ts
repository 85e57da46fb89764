import { sample } from '#shared/contract/sample.ts';
import { onTask } from '../../rpc/procedures.ts';
import { openSample } from './sample.service.ts';

export const sampleRouter = { open: onTask(sample.open, openSample) };
