import { factsOf } from '#domains/policies/index.ts';
import { Temporal } from '#lib/time.ts';
import { decide } from '#policy/index.ts';
import { type Answer, type ClaimFile, KIND } from './claim.ts';
import { asking, type Interview } from './interview.ts';

/** Laws give a fortnight; somebody a few days over it is still shown why not. */
const LOOK_DAYS = 20;

/** Whether a right to withdraw is worth looking at: it holds already, or a few answers would tell. */
export type WithdrawalChance = 'holds' | 'open' | null;

/** What the law may give beside the company's own rules, from the answers there are. */
export function withdrawalChance(interview: Interview, file: ClaimFile): WithdrawalChance {
  const { claim, decision, region, charge, now, zone, reason } = file;
  if (region === null || charge.on === null || decision.occasion !== 'refund' || decision.kind === 'route') return null;
  const { policies } = interview.shelf;
  const kind: Answer = { path: KIND, value: 'withdraw', at: now.toString() };
  const known = asking(interview, [...claim.answers.filter(({ path }) => path !== KIND), kind]);
  const asked = decide(policies, factsOf(policies, known), now);
  if (!asked.documents.some(({ layer }) => layer === 'statute')) return null;
  if (asked.kind === 'full' || asked.kind === 'partial') return 'holds';
  const days = Temporal.PlainDate.from(charge.on).until(now.toZonedDateTimeISO(zone).toPlainDate()).days;
  return asked.kind === 'ask' && days <= LOOK_DAYS && reason !== 'renewalCharge' ? 'open' : null;
}
