import { type Locale, localized } from '#lib/locales.ts';
import type { Block, Paper, Row, Sheet } from '#platform/pdf/index.ts';
import { capitalised, labelsFor } from '#policy/index.ts';
import { readerFor } from '#ui/reader.ts';
import { bestChannels } from '../best-channels.ts';
import type { ClaimFile } from '../claim.ts';
import type { Letter } from '../letter/letter.ts';
import { letterKind } from '../letter/letter-kind.ts';
import { letterSheet } from '../letter/letter-paper.ts';
import { deadlinesOf } from './deadlines.ts';
import { type NeededEvidence, neededEvidence, PICTURES, SIGNED_FORM } from './evidence.ts';
import { evidenceNotes } from './evidence-words.ts';
import { formSheet } from './form.ts';
import { paperOf } from './paper-of.ts';
import { dayText } from './reading.ts';

export interface PackLetters {
  /** The one that is sent. */
  readonly company: Pick<Letter, 'locale' | 'subject' | 'text'>;
  /** To read along, where the customer's language is another. */
  readonly customer: Pick<Letter, 'locale' | 'subject' | 'text'> | null;
}

/**
 * Everything to send by post, or to sign and scan: a checklist for the customer, the form in the customer's language
 * and in the company's, the letter, and frames for the pictures. What it holds follows from the evidence the decision
 * asks for, not from the brand.
 */
export function packPaper(file: ClaimFile, customer: Locale, letters: PackLetters): Paper {
  const company = letters.company.locale;
  const needed = neededEvidence(file);
  const hasForm = needed.some(({ type }) => type === SIGNED_FORM);
  const forms = hasForm ? [...new Set([customer, company])].map((locale) => formSheet(file, locale, needed)) : [];
  const { t } = readerFor(customer);
  return paperOf(file, customer, t('papers.pack.name', { name: file.brand.name }), [
    checklist(file, customer, needed),
    ...forms,
    letterSheet(letters.company),
    ...(letters.customer ? [letterSheet(letters.customer)] : []),
    ...pictureSheet(file, customer, company, needed),
  ]);
}

/** The customer's own page: what to gather, until when, where to. */
function checklist(file: ClaimFile, locale: Locale, needed: readonly NeededEvidence[]): Sheet {
  const { t } = readerFor(locale);
  const hasForm = needed.some(({ type }) => type === SIGNED_FORM);
  const before = [
    t(hasForm ? 'papers.pack.sign' : 'papers.pack.signLetter'),
    ...(needed.length > 0 ? [t('papers.pack.together')] : []),
    t('papers.pack.copies'),
    t('papers.pack.proof'),
  ];
  return {
    locale,
    blocks: [
      { kind: 'heading', level: 1, text: t('papers.pack.name', { name: file.brand.name }) },
      { kind: 'text', text: t('papers.pack.lead') },
      { kind: 'heading', level: 2, text: t('papers.pack.days') },
      { kind: 'facts', rows: dayRows(file, locale) },
      ...(needed.length > 0 ? gather(file, locale, needed) : []),
      { kind: 'heading', level: 2, text: t('papers.pack.before') },
      { kind: 'checks', items: before.map((text) => ({ text, notes: [], done: false })) },
      { kind: 'heading', level: 2, text: t('papers.pack.where') },
      ...whereTo(file, locale),
      { kind: 'text', look: 'small', text: t('papers.pack.notOurs') },
    ],
  };
}

/** The days that are known, by name. */
export function dayRows(file: ClaimFile, locale: Locale): readonly Row[] {
  const { t } = readerFor(locale);
  const { lastDay, answerBy, moneyBy } = deadlinesOf(file);
  return [
    ...(lastDay ? [{ label: t('papers.pack.lastDay'), value: dayText(lastDay, locale) }] : []),
    { label: t('papers.pack.answerBy'), value: dayText(answerBy, locale) },
    ...(moneyBy ? [{ label: t('papers.pack.moneyBy'), value: dayText(moneyBy, locale) }] : []),
  ];
}

/** The papers as a list to tick; those of which any will do stand together. */
export function gather(file: ClaimFile, locale: Locale, needed: readonly NeededEvidence[]): readonly Block[] {
  const { t } = readerFor(locale);
  const labels = labelsFor(locale, file.policies);
  const items = (some: readonly NeededEvidence[]) =>
    some.map(({ type, done }) => ({
      text: capitalised(labels.word('evidence', type), locale),
      notes: evidenceNotes(locale, type),
      done,
    }));
  const all = needed.filter(({ anyOf }) => !anyOf);
  const any = needed.filter(({ anyOf }) => anyOf);
  return [
    { kind: 'heading', level: 2, text: t('papers.pack.gather') },
    ...(all.length > 0 ? [{ kind: 'checks', items: items(all) } as const] : []),
    ...(any.length > 0
      ? ([
          { kind: 'heading', level: 3, text: t('papers.pack.anyOf') },
          { kind: 'checks', items: items(any) },
        ] as const)
      : []),
  ];
}

/** Where the pack goes. An address is only ever named where the brand's own record names it. */
function whereTo(file: ClaimFile, locale: Locale): readonly Block[] {
  const { t } = readerFor(locale);
  if (letterKind(file) === 'seller') return [{ kind: 'text', text: t('papers.pack.seller') }];
  // One way, the best one: a page to send by is no place to choose.
  const best = bestChannels(file.channels, { region: file.region, bought: file.channel, now: file.now }).slice(0, 1);
  const fallback = file.brand.defaultLocale;
  const rows = best.map(({ name, value, url, note }) => ({
    label: localized(name, locale, fallback),
    value: [value, url, note && localized(note, locale, fallback)].filter((part) => part).join('\n'),
  }));
  return [
    ...(rows.length > 0 ? [{ kind: 'facts', rows } as const] : []),
    { kind: 'text', text: t('papers.pack.whereUnknown') },
  ];
}

/** Frames for the pictures, named in both languages where they differ. */
function pictureSheet(
  file: ClaimFile,
  customer: Locale,
  company: Locale,
  needed: readonly NeededEvidence[],
): readonly Sheet[] {
  const pictures = needed.filter(({ type, anyOf, done }) => PICTURES.has(type) && (done || !anyOf));
  if (pictures.length === 0) return [];
  const { t } = readerFor(customer);
  const named = (locale: Locale, type: string): string =>
    capitalised(labelsFor(locale, file.policies).word('evidence', type), locale);
  return [
    {
      locale: customer,
      blocks: [
        { kind: 'heading', level: 1, text: t('papers.attach.title') },
        { kind: 'text', text: t('papers.attach.lead') },
        ...pictures.map(({ type }): Block => {
          const title = [...new Set([named(customer, type), named(company, type)])].join(' / ');
          return { kind: 'place', title, notes: evidenceNotes(customer, type).slice(1) };
        }),
      ],
    },
  ];
}
