import { uploads } from '#shared/contract/uploads.ts';
import { onTask } from '../../rpc/procedures.ts';
import { appendUpload, beginUpload, discardUpload } from './upload.service.ts';

export const uploadsRouter = {
  begin: onTask(uploads.begin, beginUpload),
  append: onTask(uploads.append, appendUpload),
  discard: onTask(uploads.discard, discardUpload),
};
