import { people } from '#shared/contract/people.ts';
import { onCommand, onQuery } from '../../rpc/procedures.ts';
import { getPersonPage } from './pages/person-page.service.ts';
import { getTeam } from './pages/team.service.ts';
import { listTimeline } from './pages/timeline.service.ts';
import {
  addPerson,
  changePerson,
  getPerson,
  listPeople,
  recordLeaving,
  recordReturn,
  removePerson,
} from './person.service.ts';
import { addLeave, changeLeave, removeLeave } from './person-leave.service.ts';
import { getQuotaGrid, setQuotas } from './quota.service.ts';

export const peopleRouter = {
  getTeam: onQuery(people.getTeam, getTeam),
  getPersonPage: onQuery(people.getPersonPage, getPersonPage),
  listTimeline: onQuery(people.listTimeline, listTimeline),
  listPeople: onQuery(people.listPeople, listPeople),
  getPerson: onQuery(people.getPerson, getPerson),
  addPerson: onCommand(people.addPerson, addPerson),
  changePerson: onCommand(people.changePerson, changePerson),
  recordLeaving: onCommand(people.recordLeaving, recordLeaving),
  recordReturn: onCommand(people.recordReturn, recordReturn),
  removePerson: onCommand(people.removePerson, removePerson),
  addLeave: onCommand(people.addLeave, addLeave),
  changeLeave: onCommand(people.changeLeave, changeLeave),
  removeLeave: onCommand(people.removeLeave, removeLeave),
  getQuotaGrid: onQuery(people.getQuotaGrid, getQuotaGrid),
  setQuotas: onCommand(people.setQuotas, setQuotas),
};
