import { activities } from '#shared/contract/activities.ts';
import { onCommand, onQuery } from '../../rpc/procedures.ts';
import {
  addActivity,
  cancelActivity,
  changeActivity,
  completeActivity,
  getTimeline,
  removeActivity,
} from './activity.service.ts';

export const activitiesRouter = {
  getTimeline: onQuery(activities.getTimeline, getTimeline),
  addActivity: onCommand(activities.addActivity, addActivity),
  changeActivity: onCommand(activities.changeActivity, changeActivity),
  completeActivity: onCommand(activities.completeActivity, completeActivity),
  cancelActivity: onCommand(activities.cancelActivity, cancelActivity),
  removeActivity: onCommand(activities.removeActivity, removeActivity),
};
