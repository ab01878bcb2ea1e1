import { type Locale, localized } from '#lib/locales.ts';
import { Temporal } from '#lib/time.ts';
import type { Award, Decision, Money, PolicyDocument, Rule } from '#policy/index.ts';
import type { ClaimFile } from '../claim.ts';

/** What is granted, charge by charge, or what would be once evidence is there or a person agrees. */
export const awardsOf = ({ results }: Pick<Decision, 'results'>): readonly Award[] =>
  results.flatMap(({ kind, award, proposal }) =>
    kind === 'ask' || kind === 'refer' ? (proposal ?? award ?? []) : (award ?? []),
  );

const REGIONAL: Readonly<Record<Locale, string>> = { en: 'en-GB', ms: 'ms-MY', fr: 'fr-FR', de: 'de-DE' };
const CURRENCY = /^[A-Z]{3}$/;

/** `89,99 €`; null for a unit that is no money, such as a share of an unknown price. */
export function moneyText({ minor, unit }: Money, locale: Locale): string | null {
  if (!CURRENCY.test(unit)) return null;
  const format = new Intl.NumberFormat(REGIONAL[locale], { style: 'currency', currency: unit });
  return format.format(minor / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2));
}

/** `22. November 2026`. */
export const dayText = (day: Temporal.PlainDate, locale: Locale): string =>
  new Intl.DateTimeFormat(REGIONAL[locale], { dateStyle: 'long', timeZone: 'UTC' }).format(
    day.toZonedDateTime('UTC').epochMilliseconds,
  );

export const isoDayText = (iso: string, locale: Locale): string =>
  dayText(Temporal.PlainDate.from(iso.slice(0, 10)), locale);

/** Date and time in the customer's zone, each on its own. */
export function timeTexts(
  at: Temporal.Instant,
  locale: Locale,
  zone: string,
): { readonly day: string; readonly time: string } {
  const time = new Intl.DateTimeFormat(REGIONAL[locale], { timeStyle: 'short', timeZone: zone });
  return { day: dayText(at.toZonedDateTimeISO(zone).toPlainDate(), locale), time: time.format(at.epochMilliseconds) };
}

/** The sum the claim is about: what is granted or proposed, else what was charged; null while nobody knows it. */
export function sumText(file: ClaimFile, locale: Locale): string | null {
  const sums = new Map<string, number>();
  for (const { amount } of awardsOf(file.decision))
    if (amount !== null && amount.minor > 0) sums.set(amount.unit, (sums.get(amount.unit) ?? 0) + amount.minor);
  const moneys =
    sums.size > 0
      ? [...sums].map(([unit, minor]) => ({ unit, minor }))
      : file.charge.amount
        ? [file.charge.amount]
        : [];
  const texts = moneys.flatMap((money) => moneyText(money, locale) ?? []);
  return texts.length === 0 ? null : new Intl.ListFormat(REGIONAL[locale]).format(texts);
}

export const chargedText = ({ charge }: ClaimFile, locale: Locale): string | null =>
  charge.amount && moneyText(charge.amount, locale);

/** The text of one language, else of the document's own. */
export const inLanguage = (text: PolicyDocument['title'], locale: Locale): string =>
  text ? localized(text, locale, 'en') : '';

/** A rule and its document by the key decisions use, `document/rule`. */
export function ruleOf(
  file: ClaimFile,
  key: string,
): { readonly document: PolicyDocument; readonly rule: Rule } | null {
  const cut = key.lastIndexOf('/');
  const [id, name] = [key.slice(0, cut), key.slice(cut + 1)];
  const chosen = file.decision.documents.find((each) => each.id === id);
  const document = file.policies.documents
    .map(({ source }) => source)
    .find((each) => each.id === id && each.version === chosen?.version);
  const rule =
    document &&
    [...(document.gate ?? []), ...document.rules, ...(document.otherwise ?? [])].find((each) => each.id === name);
  return document && rule ? { document, rule } : null;
}

/** The company's own documents that decide. */
export const companyTerms = (file: ClaimFile): readonly PolicyDocument[] =>
  file.decision.documents
    .filter(({ layer }) => layer !== 'statute')
    .flatMap(
      ({ id, version }) =>
        file.policies.documents
          .map(({ source }) => source)
          .find((each) => each.id === id && each.version === version) ?? [],
    );
