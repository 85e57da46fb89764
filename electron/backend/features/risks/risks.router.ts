import { risks } from '#shared/contract/risks.ts';
import { onCommand, onQuery, onTask } from '../../rpc/procedures.ts';
import {
  addRisk,
  changeRisk,
  chooseTreatment,
  closeRisk,
  deleteRisk,
  getRisk,
  reopenRisk,
  reviewRisk,
} from './risk.service.ts';
import { addAction, changeAction, linkRisk, unlinkRisk } from './risk-action.service.ts';
import { exportRegister, printRegister } from './risk-document.service.ts';
import { getRegister } from './risk-register.service.ts';
import {
  acceptSuggestions,
  dismissSuggestion,
  listSuggestions,
} from './risk-suggestion.service.ts';

export const risksRouter = {
  getRegister: onQuery(risks.getRegister, getRegister),
  getRisk: onQuery(risks.getRisk, getRisk),
  addRisk: onCommand(risks.addRisk, addRisk),
  changeRisk: onCommand(risks.changeRisk, changeRisk),
  chooseTreatment: onCommand(risks.chooseTreatment, chooseTreatment),
  linkRisk: onCommand(risks.linkRisk, linkRisk),
  unlinkRisk: onCommand(risks.unlinkRisk, unlinkRisk),
  addAction: onCommand(risks.addAction, addAction),
  changeAction: onCommand(risks.changeAction, changeAction),
  reviewRisk: onCommand(risks.reviewRisk, reviewRisk),
  closeRisk: onCommand(risks.closeRisk, closeRisk),
  reopenRisk: onCommand(risks.reopenRisk, reopenRisk),
  deleteRisk: onCommand(risks.deleteRisk, deleteRisk),
  listSuggestions: onQuery(risks.listSuggestions, listSuggestions),
  dismissSuggestion: onCommand(risks.dismissSuggestion, dismissSuggestion),
  acceptSuggestions: onCommand(risks.acceptSuggestions, acceptSuggestions),
  printRegister: onTask(risks.printRegister, printRegister),
  exportRegister: onTask(risks.exportRegister, exportRegister),
};
