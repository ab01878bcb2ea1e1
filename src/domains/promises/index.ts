export {
  addWorkingMinutes,
  type BusinessHours,
  businessHoursSchema,
  endOfWorkingDay,
  USUAL_HOURS,
  workingMinutesBetween,
} from './business-hours.ts';
export { keepPromise, releasePromise } from './keep-promise.ts';
export { hoursOf, type MakePromise, makePromise } from './make-promise.ts';
export { pausePromise, resumePromise } from './pause-promise.ts';
export { dueAfter, type MadePromise, type PromiseState, type Span, stateOf, WAITS_FOR } from './promise.ts';
export { listPromises, putBreaches as recordBreaches, putBusinessHours, removePromises } from './queries.ts';
