import type { Locale } from '#lib/locales.ts';
import { localized } from '#lib/locales.ts';
import type { PolicyDocument, Rule } from '../model/document.ts';
import { OCCASIONS, type Occasion } from '../model/vocabulary.ts';
import { clauseOf, type PlainClause } from './clauses.ts';
import { type Voice, voiceFor } from './voice.ts';

/** What a document says about one thing people ask for, or one thing that happens. */
export interface PlainChapter {
  readonly occasion: Occasion;
  readonly title: string;
  readonly clauses: readonly PlainClause[];
}

/** A document as people read it, in one language. */
export interface PlainDocument {
  readonly id: string;
  readonly version: number;
  readonly title: string;
  readonly chapters: readonly PlainChapter[];
  readonly appeal: readonly string[];
}

/** Requests before what happens to people, the question most come with first. */
const ORDER: readonly Occasion[] = ['refund', 'withdraw', 'cancel', 'change', 'appeal'];
const rank = (occasion: Occasion): number => {
  const at = ORDER.indexOf(occasion);
  return at < 0 ? ORDER.length + OCCASIONS.indexOf(occasion) : at;
};

interface Placed {
  readonly rule: Rule;
  readonly kind: PlainClause['kind'];
}

const isExceptedBy = ({ rule, kind }: Placed, exception: Rule): boolean =>
  kind !== 'otherwise' &&
  rule !== exception &&
  (exception.exceptionTo ?? []).some((name) => name === rule.id || name === rule.group);

/** An exception to one rule stands right below it; one to several below all of them. */
function readingOrder(placed: readonly Placed[]): Placed[] {
  const own = placed.filter(({ rule, kind }) => kind === 'exception' && placed.some((each) => isOnly(each, rule)));
  const rest = placed.filter((each) => !own.includes(each));
  const below = ({ rule }: Placed): Placed[] =>
    own.filter((each) => each.rule.exceptionTo?.[0] === rule.id).flatMap((each) => [each, ...below(each)]);
  const by = (kind: Placed['kind']): Placed[] =>
    rest.filter((each) => each.kind === kind).flatMap((each) => [each, ...below(each)]);
  return [...by('gate'), ...by('rule'), ...by('exception'), ...by('otherwise')];
}

const isOnly = ({ rule }: Placed, exception: Rule): boolean =>
  exception.exceptionTo?.length === 1 && exception.exceptionTo[0] === rule.id && rule !== exception;

/** A rule about several occasions stands where the first of them does, so that it has one place to link to. */
function chaptersOf({ gate = [], rules, otherwise = [] }: PolicyDocument): { occasion: Occasion; placed: Placed[] }[] {
  const all: Placed[] = [
    ...gate.map((rule): Placed => ({ rule, kind: 'gate' })),
    ...rules.map((rule): Placed => ({ rule, kind: rule.exceptionTo?.length ? 'exception' : 'rule' })),
    ...otherwise.map((rule): Placed => ({ rule, kind: 'otherwise' })),
  ];
  const first = ({ rule }: Placed): Occasion => [...rule.on].sort((a, b) => rank(a) - rank(b))[0] ?? 'refund';
  return [...Map.groupBy(all, first)]
    .sort(([a], [b]) => rank(a) - rank(b))
    .map(([occasion, placed]) => ({ occasion, placed: readingOrder(placed) }));
}

function appealOf({ appeal }: PolicyDocument, { speaker, locale }: Voice): string[] {
  if (!appeal) return [];
  const { window, requiresNewEvidence, levels = [], externalBodies = [] } = appeal;
  return [
    ...(window ? [speaker.say('appealWithin', { span: speaker.span(window.upTo, window.unit) })] : []),
    ...(requiresNewEvidence ? [speaker.say('appealEvidence')] : []),
    ...(levels.length > 0
      ? [
          speaker.say('appealLevels', {
            levels: levels.map((level) => speaker.labels.word('level', level)).join(' → '),
          }),
        ]
      : []),
    ...(externalBodies.length > 0
      ? [
          speaker.say('appealOutside', {
            bodies: new Intl.ListFormat(locale, { type: 'disjunction' }).format(externalBodies),
          }),
        ]
      : []),
  ];
}

/** The title in the reader's language; a document without one is called by what it is about. */
export const titleOf = (document: PolicyDocument, locale: Locale): string =>
  document.title ? localized(document.title, locale, 'en') : document.id.replaceAll('-', ' ');

/**
 * A whole document in one language, chapter by chapter.
 * @param others documents it is shown beside: their labels name what it does not name itself
 */
export function plainDocument(
  document: PolicyDocument,
  locale: Locale,
  others: readonly PolicyDocument[] = [],
): PlainDocument {
  const voice = voiceFor(document, locale, others);
  const chapters = chaptersOf(document);
  const inOrder = chapters.flatMap(({ placed }) => placed);
  const numbers = new Map(inOrder.map(({ rule }, i) => [rule, i + 1]));
  const numbersOf = (rule: Rule): number[] =>
    inOrder.flatMap((each) => (isExceptedBy(each, rule) ? (numbers.get(each.rule) ?? []) : []));
  return {
    id: document.id,
    version: document.version,
    title: titleOf(document, locale),
    chapters: chapters.map(({ occasion, placed }) => ({
      occasion,
      title: voice.say(`occasion.${occasion}`),
      clauses: placed.map(({ rule, kind }) => {
        const number = numbers.get(rule) ?? 0;
        return clauseOf(rule, { documentId: document.id, number, kind, exceptionTo: numbersOf(rule) }, voice);
      }),
    })),
    appeal: appealOf(document, voice),
  };
}
