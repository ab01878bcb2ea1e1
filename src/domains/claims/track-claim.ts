import { appendToTrail } from '#domains/trail/index.ts';
import { maskCardNumbers } from '#lib/card-numbers.ts';
import { notFound } from '#lib/faults.ts';
import { cleanLine, cleanText } from '#lib/text.ts';
import type { Temporal } from '#lib/time.ts';
import { type Context, inTransaction } from '#platform/context.ts';
import { touch } from './answer-question.ts';
import { type Claim, cut, MAX_CONTACTS, subjectOf } from './claim.ts';
import { insertContact, listContacts, lockClaim, putTick, removeContact, removeTick } from './queries.ts';

/** What happens to a claim after it was prepared, in this order; `refused` stands beside `paid`. */
export const STEPS = ['sent', 'answered', 'paid', 'refused', 'appealed', 'disputed'] as const;
export type Step = (typeof STEPS)[number];

const WHAT = /^(?:evidence|step):[A-Za-z][A-Za-z0-9]{0,59}$/;
export const isTickable = (what: string): boolean => WHAT.test(what);

/**
 * Changes a claim and notes it in its trail, while nobody else changes or deletes it: a trail that is written after
 * the claim went would stay for ever.
 * @throws notFound when the claim has just been deleted
 */
async function change<T>(ctx: Context, { id }: Claim, work: (ctx: Context, claim: Claim) => Promise<T>): Promise<T> {
  return inTransaction(ctx, async (ctx) => {
    const claim = await lockClaim(ctx, id);
    if (!claim) throw notFound('the claim');
    return work(ctx, claim);
  });
}

export interface TickInput {
  /** `step:sent` or `evidence:receiptImage`. */
  readonly what: string;
  readonly done: boolean;
  /** When it was done. */
  readonly at: Temporal.Instant;
}

/**
 * Ticks a step or a paper, or takes the tick away. Anything that is neither is left alone.
 * @throws notFound when the claim has just been deleted
 */
export async function tickStep(ctx: Context, claim: Claim, { what, done, at }: TickInput): Promise<void> {
  if (!isTickable(what)) return;
  await change(ctx, claim, async (ctx, claim) => {
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
/** Characters of all notes of one claim together: setting them as a PDF holds up everybody else, a second for each 200,000. */
export const MAX_CONTACTS_TEXT = 120_000;

export interface NoteContact {
  readonly at: Temporal.Instant;
  readonly channel: string;
  readonly person: string;
  readonly note: string;
}

export type Noted = { readonly noted: true } | { readonly refused: 'empty' | 'full' };

/**
 * Notes a contact with the company. Card numbers are masked before anything is stored.
 * @throws notFound when the claim has just been deleted
 */
export async function noteContact(ctx: Context, claim: Claim, input: NoteContact): Promise<Noted> {
  const line = (text: string, limit: number): string => cut(maskCardNumbers(cleanLine(text)), limit);
  const channel = line(input.channel, MAX_CONTACT_CHANNEL);
  const note = cut(maskCardNumbers(cleanText(input.note)), MAX_CONTACT_NOTE);
  if (channel === '' || note === '') return { refused: 'empty' };
  return change(ctx, claim, async (ctx, claim): Promise<Noted> => {
    const contacts = await listContacts(ctx, claim.id);
    const text = contacts.reduce((sum, each) => sum + each.note.length, note.length);
    if (contacts.length >= MAX_CONTACTS || text > MAX_CONTACTS_TEXT) return { refused: 'full' };
    const contact = { at: input.at, channel, person: line(input.person, MAX_CONTACT_PERSON), note };
    await insertContact(ctx, claim.id, contact);
    await touch(ctx, claim);
    const content = { ...contact, at: input.at.toString() };
    await appendToTrail(ctx, { brandId: claim.brandId, subject: subjectOf(claim) }, { kind: 'contact', content });
    return { noted: true };
  });
}

/**
 * Takes a contact out of the list. The trail keeps that it was noted, until the claim goes.
 * @throws notFound when the claim has just been deleted
 */
export async function dropContact(ctx: Context, claim: Claim, id: string): Promise<void> {
  await change(ctx, claim, async (ctx, claim) => {
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
