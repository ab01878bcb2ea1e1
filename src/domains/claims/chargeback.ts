import { Temporal } from '#lib/time.ts';
import { CHARGEBACK_DAYS } from './papers/deadlines.ts';

/** A SEPA direct debit is paid back without a reason for so many weeks (SEPA Core scheme). */
export const DEBIT_WEEKS = 8;
/** A direct debit nobody agreed to, for so many months. */
export const DEBIT_UNAUTHORISED_MONTHS = 13;

export interface BankDays {
  readonly card: string;
  readonly debit: string;
  readonly unauthorised: string;
}

/** The last days for asking the bank, counted from the day of the charge; the bank's own rules decide. */
export function bankDays(chargedOn: string): BankDays {
  const day = Temporal.PlainDate.from(chargedOn);
  return {
    card: day.add({ days: CHARGEBACK_DAYS }).toString(),
    debit: day.add({ weeks: DEBIT_WEEKS }).toString(),
    unauthorised: day.add({ months: DEBIT_UNAUTHORISED_MONTHS }).toString(),
  };
}
