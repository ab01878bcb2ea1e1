import type { FactValue } from '../model/facts.ts';
import { isMoment, momentText } from '../time/moment.ts';

/** A value as facts are given in JSON: moments and durations as text. */
export const givenValue = (value: FactValue): unknown => {
  if (isMoment(value)) return momentText(value);
  return typeof value === 'object' && 'kind' in value && value.kind === 'duration' ? `PT${value.seconds}S` : value;
};
