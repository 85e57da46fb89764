import { texts } from '#shared/contract/texts.ts';
import { onCommand, onQuery } from '../../rpc/procedures.ts';
import { listRevisions, saveText } from './text.service.ts';

export const textsRouter = {
  saveText: onCommand(texts.saveText, saveText),
  listRevisions: onQuery(texts.listRevisions, listRevisions),
};
