import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { SiteEnv } from '#domains/brands/index.ts';
import { readPastDay } from '#domains/policies/index.ts';
import type { FieldProblem } from '#lib/faults.ts';
import { cleanLine, cleanText } from '#lib/text.ts';
import { Temporal } from '#lib/time.ts';
import type { ClaimFile } from './claim.ts';
import {
  type ClaimDeps,
  type ClaimRequest,
  claimOf,
  claimUrl,
  contextOf,
  keepDecisionOf,
  readClaimFile,
} from './claim-request.ts';
import { deleteClaim, keepClaim } from './keep-claim.ts';
import { dropContact, noteContact, tickStep } from './track-claim.ts';
import { ContactsPage, type ContactValues } from './views/contacts-page.tsx';
import { DeletionPage } from './views/deletion-page.tsx';

const MAX_FORM_BYTES = 64_000;
const NOON = 12;

/** What an identity looks like; the database is asked for nothing else. */
const ID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';

/** A day that has been, no longer ago than a claim can be about; null for any other text. */
function pastDay(on: string, { zone, now }: Pick<ClaimFile, 'zone' | 'now'>): Temporal.PlainDate | null {
  const read = readPastDay(on, now.toZonedDateTimeISO(zone).toPlainDate());
  return 'value' in read ? Temporal.PlainDate.from(String(read.value)) : null;
}

/** The day a step was done, at noon where the customer lives; today, and any day that makes no sense, is now. */
function doneAt(file: Pick<ClaimFile, 'zone' | 'now'>, on: string): Temporal.Instant {
  const day = pastDay(on, file);
  const today = file.now.toZonedDateTimeISO(file.zone).toPlainDate();
  if (day === null || Temporal.PlainDate.compare(day, today) >= 0) return file.now;
  return day.toZonedDateTime({ timeZone: file.zone, plainTime: { hour: NOON } }).toInstant();
}

async function takeTick(c: ClaimRequest, deps: ClaimDeps): Promise<Response> {
  await deps.guardForm(c);
  const claim = await claimOf(c, deps);
  const form = await c.req.formData();
  const file = await readClaimFile(c, deps, claim);
  const what = String(form.get('what') ?? '');
  const at = doneAt(file, cleanLine(String(form.get('on') ?? '')));
  await tickStep(contextOf(c, deps), claim, { what, done: form.get('done') === 'yes', at });
  // A request that was sent is decided as of that day from now on.
  if (what === 'step:sent') await keepDecisionOf(c, deps, claim);
  const place = what.startsWith('evidence:') ? 'papers' : 'track';
  return c.redirect(`${claimUrl(c)}#${place}`, 303);
}

const nowValues = ({ now, zone }: ClaimFile): ContactValues => {
  const local = now.toZonedDateTimeISO(zone);
  const time = local.toPlainTime().toString({ smallestUnit: 'minute' });
  return { day: local.toPlainDate().toString(), time, channel: '', person: '', note: '' };
};

/** When a contact was, or null when day and time make no moment that has been. */
function momentOf({ day, time }: ContactValues, file: Pick<ClaimFile, 'zone' | 'now'>): Temporal.Instant | null {
  const date = pastDay(day, file);
  const clock = /^([01]?\d|2[0-3])[:.h]([0-5]\d)$/.exec(time);
  if (date === null || clock === null) return null;
  const plainTime = { hour: Number(clock[1]), minute: Number(clock[2]) };
  const at = date.toZonedDateTime({ timeZone: file.zone, plainTime }).toInstant();
  return Temporal.Instant.compare(at, file.now) > 0 ? null : at;
}

async function takeContact(c: ClaimRequest, deps: ClaimDeps): Promise<Response> {
  await deps.guardForm(c);
  const { site } = c.var;
  const { t } = site.reader;
  const claim = await claimOf(c, deps);
  const form = await c.req.formData();
  const field = (name: string): string => cleanLine(String(form.get(name) ?? ''));
  const note = cleanText(String(form.get('note') ?? ''));
  const values = { day: field('day'), time: field('time'), channel: field('channel'), person: field('person'), note };
  const file = await readClaimFile(c, deps, claim);
  const at = momentOf(values, file);
  const problems: FieldProblem[] = [
    ...(at === null ? [{ path: 'day', message: t('claim.contacts.problem.when') }] : []),
    ...(values.channel === '' ? [{ path: 'channel', message: t('claim.contacts.problem.channel') }] : []),
    ...(note === '' ? [{ path: 'note', message: t('claim.contacts.problem.note') }] : []),
  ];
  const href = claimUrl(c);
  if (at !== null && problems.length === 0) {
    const noted = await noteContact(contextOf(c, deps), claim, { ...values, at });
    if ('noted' in noted) return c.redirect(`${href}/contacts`, 303);
    problems.push({ path: 'note', message: t('claim.contacts.problem.full') });
  }
  return c.html(<ContactsPage site={site} href={href} file={file} values={values} problems={problems} />, 422);
}

/** Steps, papers, contacts; keeping a claim and deleting it. */
export function trackingRoutes(deps: ClaimDeps): Hono<SiteEnv> {
  const app = new Hono<SiteEnv>();
  const limit = bodyLimit({ maxSize: MAX_FORM_BYTES });
  app.post('/:secret/ticks', limit, (c) => takeTick(c, deps));
  app.get('/:secret/contacts', async (c) => {
    const file = await readClaimFile(c, deps, await claimOf(c, deps));
    const values = nowValues(file);
    return c.html(<ContactsPage site={c.var.site} href={claimUrl(c)} file={file} values={values} problems={[]} />);
  });
  app.post('/:secret/contacts', limit, (c) => takeContact(c, deps));
  app.post(`/:secret/contacts/:id{${ID}}/deletion`, limit, async (c) => {
    await deps.guardForm(c);
    await dropContact(contextOf(c, deps), await claimOf(c, deps), c.req.param('id'));
    return c.redirect(`${claimUrl(c)}/contacts`, 303);
  });
  app.post('/:secret/keeping', limit, async (c) => {
    await deps.guardForm(c);
    await keepClaim(contextOf(c, deps), await claimOf(c, deps));
    return c.redirect(`${claimUrl(c)}?done=kept#keep`, 303);
  });
  app.get('/:secret/deletion', async (c) => {
    await claimOf(c, deps);
    return c.html(<DeletionPage site={c.var.site} href={claimUrl(c)} />);
  });
  app.post('/:secret/deletion', limit, async (c) => {
    await deps.guardForm(c);
    await deleteClaim(contextOf(c, deps), await claimOf(c, deps));
    return c.redirect(`${c.var.site.urls.claim}?done=deleted`, 303);
  });
  return app;
}
