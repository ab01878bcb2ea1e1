import { type Locale, localized } from '#lib/locales.ts';
import type { DeclaredFact, PolicyDocument, Texts } from '../model/document.ts';
import { ASKS, HELPS } from './words/asks.ts';
import { FACT_LABELS } from './words/facts.ts';
import { WORD_LABELS } from './words/words.ts';

/** Anything that carries documents: compiled policies, or an empty set where only the common words are wanted. */
export interface Labelled {
  readonly documents: readonly { readonly source: PolicyDocument }[];
}

export const NO_DOCUMENTS: Labelled = { documents: [] };

/** The names of one language: those of documents first, then the common ones, then the word itself, taken apart. */
export interface Labels {
  readonly locale: Locale;
  /** A fact by its path: `usage (minutes)`. */
  fact(path: string): string;
  /** A word of a group, such as `channel` and `appStore`. */
  word(group: string, word: string): string;
  /** The whole question for a fact. */
  ask(path: string): string;
  /** A line of help below the question, or null. */
  help(path: string): string | null;
}

/** A path without what differs from case to case: the name its texts stand under, and the key of the entry it names. */
export interface PathName {
  readonly name: string;
  readonly key: string | null;
  /** The group the key belongs to, as words are looked up. */
  readonly group: string;
}

/** `usage[minutes].value` is `usage.value` with the key `minutes`; a charge's id is no word and is left out. */
export function nameOfPath(path: string): PathName {
  if (path.startsWith('disclosure.') && !FACT_LABELS.has(path)) {
    return { name: 'disclosure.*', key: path.slice('disclosure.'.length), group: 'disclosure' };
  }
  const match = /^([^[]+)\[([^\]]*)\](.*)$/.exec(path);
  if (!match) return { name: path, key: null, group: path };
  const [, list = '', key = '', rest = ''] = match;
  return list === 'charges'
    ? { name: `charge${rest}`, key: null, group: `charge${rest}` }
    : { name: `${list}${rest}`, key, group: list };
}

/** A word nobody has named, as it can be read: `trialPriceShown` becomes `trial price shown`. */
const takenApart = (word: string): string =>
  word
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replaceAll(/[-_.]+/g, ' ')
    .toLowerCase();

const lastPart = (path: string): string => path.slice(path.lastIndexOf('.') + 1);

/** A pattern with the entry it speaks of. Questions and labels have no other part to fill in. */
const withKey = (pattern: string, key: string): string => pattern.replaceAll('{key}', key);

/** `DE` as `Germany`; `US-CA` as `United States (CA)`. */
function regionName(code: string, locale: Locale): string | undefined {
  const [country = '', part] = code.split('-');
  if (!/^[A-Z]{2}$/.test(country)) return undefined;
  const name = new Intl.DisplayNames(locale, { type: 'region' }).of(country);
  return name && (part === undefined ? name : `${name} (${part})`);
}

export function labelsFor(locale: Locale, { documents }: Labelled = NO_DOCUMENTS): Labels {
  const say = (texts: Texts | undefined): string | undefined => texts && localized(texts, locale, 'en');
  const declared = (path: string): DeclaredFact | undefined =>
    path.startsWith('own.')
      ? documents.map(({ source }) => source.facts?.[path.slice('own.'.length)]).find((fact) => fact !== undefined)
      : undefined;
  const named = (name: string): string | undefined => {
    for (const { source } of documents) {
      const texts = source.labels && Object.hasOwn(source.labels, name) ? source.labels[name] : undefined;
      if (texts) return say(texts);
    }
    return undefined;
  };
  const word = (group: string, word: string): string =>
    named(`${group}.${word}`) ??
    named(word) ??
    say(WORD_LABELS.get(`${group}.${word}`)) ??
    (group === 'contract.region' ? regionName(word, locale) : undefined) ??
    (word === 'other' ? say(WORD_LABELS.get('other')) : undefined) ??
    takenApart(word);
  const text = (table: ReadonlyMap<string, Texts>, path: string): string | undefined => {
    const { name, key, group } = nameOfPath(path);
    const pattern = say(table.get(name));
    return pattern && withKey(pattern, key === null ? '' : word(group, key));
  };
  const fact = (path: string): string =>
    say(declared(path)?.label) ?? named(path) ?? text(FACT_LABELS, path) ?? takenApart(lastPart(path));
  return {
    locale,
    fact,
    word,
    ask: (path) => say(declared(path)?.ask) ?? text(ASKS, path) ?? asQuestion(fact(path), locale),
    help: (path) => say(declared(path)?.help) ?? text(HELPS, path) ?? null,
  };
}

/** French sets a narrow space before the mark. */
const asQuestion = (label: string, locale: Locale): string =>
  `${capitalised(label, locale)}${locale === 'fr' ? '\u202f' : ''}?`;

export const capitalised = (text: string, locale: Locale): string =>
  text === '' ? text : text.charAt(0).toLocaleUpperCase(locale) + text.slice(1);
