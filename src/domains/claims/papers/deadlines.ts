import { dateIn, isIsoDate, Temporal } from '#lib/time.ts';
import type { Award } from '#policy/index.ts';
import type { ClaimFile } from '../claim.ts';
import { awardsOf } from './reading.ts';

/** A company that promises nothing is given this long to answer and to pay. */
export const ANSWER_DAYS = 14;
/** A company that has gone past its day is reminded after so many more. */
export const REMINDER_DAYS = 3;
/** Card schemes commonly take a dispute for so many days after the charge. The bank's own rules decide. */
export const CHARGEBACK_DAYS = 120;

/** The days that matter, in the customer's zone. */
export interface Deadlines {
  /** The day of the letter: when it was sent, else today. */
  readonly written: Temporal.PlainDate;
  /** The last day to ask, where a rule sets one. */
  readonly lastDay: Temporal.PlainDate | null;
  readonly answerBy: Temporal.PlainDate;
  /** When the company's own promises have the money arrive; null when it promises nothing. */
  readonly moneyBy: Temporal.PlainDate | null;
  readonly remindOn: Temporal.PlainDate;
  /** About when a dispute with the bank runs out; null while nobody knows the day of the charge. */
  readonly chargebackBy: Temporal.PlainDate | null;
}

type Promised = Award['promises'][number];

const SATURDAY = 6;

/** Working days are Monday to Friday; holidays differ from place to place and are not reckoned with. */
function afterWorkingDays(day: Temporal.PlainDate, count: number): Temporal.PlainDate {
  let at = day;
  for (let left = count; left > 0; ) {
    at = at.add({ days: 1 });
    if (at.dayOfWeek < SATURDAY) left--;
  }
  return at;
}

function after(day: Temporal.PlainDate, { upTo, unit }: Promised): Temporal.PlainDate {
  if (unit === 'businessDay') return afterWorkingDays(day, upTo);
  if (unit === 'month') return day.add({ months: upTo });
  // Hours and minutes end within the day, or on the one they reach into.
  const days = unit === 'hour' ? Math.ceil(upTo / 24) : unit === 'minute' ? Math.ceil(upTo / 1440) : upTo;
  return day.add({ days });
}

const dayOf = (moment: string | null, zone: string): Temporal.PlainDate | null => {
  if (moment === null) return null;
  return moment.includes('T') ? dateIn(Temporal.Instant.from(moment), zone) : Temporal.PlainDate.from(moment);
};

const latest = (days: readonly Temporal.PlainDate[]): Temporal.PlainDate | null =>
  days.reduce<Temporal.PlainDate | null>(
    (last, day) => (last === null || Temporal.PlainDate.compare(day, last) > 0 ? day : last),
    null,
  );

/** What one award promises: deciding, then paying, then the way to the customer. */
function promised({ promises }: Award, from: Temporal.PlainDate) {
  const named = (name: string): Promised | undefined => promises.find((each) => each.name === name);
  const decide = named('decideWithin');
  const steps = [decide, named('payWithin'), named('arrivesWithin')].filter((step) => step !== undefined);
  const pays = named('payWithin') !== undefined || named('arrivesWithin') !== undefined;
  return { decided: decide ? after(from, decide) : null, paid: pays ? steps.reduce(after, from) : null };
}

/** Reads the days from a decision: promises of the policy first, else our own. */
export function deadlinesOf(file: ClaimFile): Deadlines {
  const { zone, charge } = file;
  const sent = file.ticks.find(({ what }) => what === 'step:sent');
  const written = dateIn(sent?.at ?? file.now, zone);
  const promises = awardsOf(file.decision).map((award) => promised(award, written));
  const answerBy = latest(promises.flatMap(({ decided }) => decided ?? [])) ?? written.add({ days: ANSWER_DAYS });
  const moneyBy = latest(promises.flatMap(({ paid }) => paid ?? []));
  const last = file.explanations.find(({ lastEligible }) => lastEligible !== null)?.lastEligible ?? null;
  const charged = charge.on !== null && isIsoDate(charge.on) ? Temporal.PlainDate.from(charge.on) : null;
  return {
    written,
    lastDay: dayOf(last, zone),
    answerBy,
    moneyBy,
    remindOn: (latest([answerBy, ...(moneyBy ? [moneyBy] : [])]) ?? answerBy).add({ days: REMINDER_DAYS }),
    chargebackBy: charged?.add({ days: CHARGEBACK_DAYS }) ?? null,
  };
}
