import { imports } from '#shared/contract/imports.ts';
import { onCommand, onQuery, onTask } from '../../rpc/procedures.ts';
import * as desk from './import-desk.service.ts';
import * as log from './import-log.service.ts';

export const importsRouter = {
  getDesk: onTask(imports.getDesk, desk.getDesk),
  openFiles: onTask(imports.openFiles, desk.openFiles),
  removeFile: onTask(imports.removeFile, desk.removeFile),
  changeDesk: onTask(imports.changeDesk, desk.changeDesk),
  checkDesk: onTask(imports.checkDesk, desk.checkDesk),
  followDesk: onTask(imports.followDesk, desk.followDesk),
  listProblems: onTask(imports.listProblems, desk.listProblems),
  runImport: onTask(imports.runImport, desk.runImport),
  cancel: onTask(imports.cancel, desk.cancel),
  closeDesk: onTask(imports.closeDesk, desk.putAway),
  listRuns: onQuery(imports.listRuns, log.listRuns),
  readReturned: onQuery(imports.readReturned, log.readReturned),
  listProfiles: onQuery(imports.listProfiles, log.listProfiles),
  forgetProfile: onCommand(imports.forgetProfile, log.forgetProfile),
};
