import { appendToTrail } from '#domains/trail/index.ts';
import { maskCardNumbers } from '#lib/card-numbers.ts';
import { cleanLine, cleanText } from '#lib/text.ts';
import type { Temporal } from '#lib/time.ts';
import { type Context, inTransaction } from '#platform/context.ts';
import { touch } from './answer-question.ts';
import { type Claim, MAX_CONTACTS, subjectOf } from './claim.ts';
import { insertContact, listContacts, putTick, removeContact, removeTick } from './queries.ts';

/** What happens to a claim after it was prepared, in this order; `refused` stands beside `paid`. */
export const STEPS = ['sent', 'answered', 'paid', 'refused', 'appealed', 'disputed'] as const;
export type Step = (typeof STEPS)[number];

const WHAT = /^(?:evidence|step):[A-Za-z][A-Za-z0-9]{0,59}$/;
export const isTickable = (what: string): boolean => WHAT.test(what);

export interface TickInput {
  /** `step:sent` or `evidence:receiptImage`. */
  readonly what: string;
  readonly done: boolean;
  /** When it was done. */
  readonly at: Temporal.Instant;
}

/** Ticks a step or a paper, or takes the tick away. Anything that is neither is left alone. */
export async function tickStep(ctx: Context, claim: Claim, { what, done, at }: TickInput): Promise<void> {
  if (!isTickable(what)) return;
  await inTransaction(ctx, async (ctx) => {
    if (done) await putTick(ctx, claim.id, what, at);
    else await removeTick(ctx, claim.id, what);
    await touch(ctx, claim);
    const content = { what, done, at: at.toString() };
    await appendToTrail(ctx, { brandId: claim.brandId, subject: subjectOf(claim) }, { kind: 'step', content });
  });
}

export const MAX_CONTACT_CHANNEL = 60;
export const MAX_CONTACT_PERSON = 120;
export const MAX_CONTACT_NOTE = 8000;

export interface NoteContact {
  readonly at: Temporal.Instant;
  readonly channel: string;
  readonly person: string;
  readonly note: string;
}

export type Noted = { readonly noted: true } | { readonly refused: 'empty' | 'full' };

/** Notes a contact with the company. Card numbers are masked before anything is stored. */
export async function noteContact(ctx: Context, claim: Claim, input: NoteContact): Promise<Noted> {
  const line = (text: string, limit: number): string => maskCardNumbers(cleanLine(text)).slice(0, limit);
  const channel = line(input.channel, MAX_CONTACT_CHANNEL);
  const note = maskCardNumbers(cleanText(input.note)).slice(0, MAX_CONTACT_NOTE);
  if (channel === '' || note === '') return { refused: 'empty' };
  return inTransaction(ctx, async (ctx): Promise<Noted> => {
    if ((await listContacts(ctx, claim.id)).length >= MAX_CONTACTS) return { refused: 'full' };
    const contact = { at: input.at, channel, person: line(input.person, MAX_CONTACT_PERSON), note };
    await insertContact(ctx, claim.id, contact);
    await touch(ctx, claim);
    const content = { ...contact, at: input.at.toString() };
    await appendToTrail(ctx, { brandId: claim.brandId, subject: subjectOf(claim) }, { kind: 'contact', content });
    return { noted: true };
  });
}

/** Takes a contact out of the list. The trail keeps that it was noted, until the claim goes. */
export async function dropContact(ctx: Context, claim: Claim, id: string): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    await removeContact(ctx, claim.id, id);
    await touch(ctx, claim);
    const content = { contact: id };
    await appendToTrail(
      ctx,
      { brandId: claim.brandId, subject: subjectOf(claim) },
      { kind: 'contactDropped', content },
    );
  });
}
