import { texts } from '#shared/contract/texts.ts';
import { onCommand, onQuery } from '../../rpc/procedures.ts';
import { listRevisions, replaceText, saveText } from './text.service.ts';

export const textsRouter = {
  saveText: onCommand(texts.saveText, saveText),
  replaceText: onCommand(texts.replaceText, replaceText),
  listRevisions: onQuery(texts.listRevisions, listRevisions),
};
