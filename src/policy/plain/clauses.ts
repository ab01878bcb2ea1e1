import { capitalised } from '../explain/labels.ts';
import { fill } from '../explain/patterns.ts';
import type { Citation, Effect, Rule } from '../model/document.ts';
import type { Credit, Outcome, Promises, Refund } from '../model/outcomes.ts';
import { amountText } from './amounts.ts';
import { conditionText, type PlainCondition } from './conditions.ts';
import { type Choice, choicesIn, settled, tableText, type Voice } from './voice.ts';

/** One rule as people read it. */
export interface PlainClause {
  readonly id: string;
  /** Where it stands on the page, and what a decision links to: `DOCUMENT.RULE`. */
  readonly anchor: string;
  /** Its place among all clauses of the document, from 1. */
  readonly number: number;
  readonly kind: 'gate' | 'rule' | 'exception' | 'otherwise';
  /** What follows, as one sentence. */
  readonly outcome: string;
  /** Null when it holds always, or when nothing else does. */
  readonly when: PlainCondition | null;
  /** What more follows: how, by when, what happens beside the money. */
  readonly details: readonly string[];
  /** Where the outcome differs from case to case: in which case who or what. */
  readonly choices: readonly Choice[];
  readonly evidence: readonly string[];
  /** The document's own words when it holds, and when it does not. */
  readonly text: string | null;
  readonly textNot: string | null;
  readonly cite: Citation | null;
  /** Clauses it is an exception to, by number. */
  readonly exceptionTo: readonly number[];
}

const WORDED = {
  acknowledgeWithin: 'acknowledges',
  decideWithin: 'decides',
  payWithin: 'pays',
  arrivesWithin: 'arrives',
} as const;

function promisesOf(promises: Promises, voice: Voice): string[] {
  return (Object.keys(WORDED) as (keyof typeof WORDED)[]).flatMap((name) => {
    const span = promises[name];
    if (!span) return [];
    const count = settled(span.upTo, voice.define);
    if (count !== undefined) return [voice.say(WORDED[name], { span: voice.speaker.span(count, span.unit) })];
    if (typeof span.upTo !== 'object' || !('table' in span.upTo)) return [];
    const table = tableText(span.upTo.table, (value) => voice.span(Number(value), span.unit), voice);
    return [voice.say(`${WORDED[name]}.table`, { span: table })];
  });
}

/** A method or executor in a sentence; what differs from case to case is written out as it is looked up. */
function wayOf(group: 'method' | 'executor', way: Refund['method'], voice: Voice): string[] {
  const { speaker, define } = voice;
  if (way === undefined) return [];
  const word = settled(way, define);
  if (word === 'us' && group === 'executor') return [];
  if (word !== undefined) return [speaker.either(group, word)];
  if (typeof way !== 'object' || !('table' in way)) return [];
  return [
    speaker.say(`${group}.*`, {
      what: tableText(way.table, (value) => speaker.labels.word('to', String(value)), voice),
    }),
  ];
}

const componentsOf = (components: readonly string[], { speaker }: Voice): string =>
  speaker.values.list(
    components.map((each) => speaker.labels.word('component', each)),
    'and',
  );

function refundText({ amount = 'full', components = 'all' }: Refund, voice: Voice): string {
  if (amount !== 'full') return voice.say('refund.part', { amount: amountText(amount, voice) });
  return components === 'all'
    ? voice.say('refund.full')
    : voice.say('refund.some', { components: componentsOf(components, voice) });
}

function refundDetails(refund: Refund, voice: Voice): string[] {
  const { amount = 'full', components = 'all' } = refund;
  return [
    ...(amount !== 'full' && components !== 'all'
      ? [voice.say('components', { components: componentsOf(components, voice) })]
      : []),
    ...wayOf('method', refund.method, voice),
    ...wayOf('executor', refund.executor, voice),
    ...promisesOf(refund, voice),
  ];
}

function creditText({ kind, amount, what }: Credit, voice: Voice): string {
  const { speaker } = voice;
  if (kind === 'inKind')
    return what === undefined
      ? speaker.say('head.inKindPlain')
      : speaker.say('head.inKind', { what: speaker.labels.word('credit', what) });
  return amount === undefined
    ? speaker.say('head.creditPlain')
    : speaker.say('head.credit', { amount: amountText(amount, voice) });
}

function routeText({ to }: NonNullable<Outcome['route']>, voice: Voice): string {
  const word = settled(to, voice.define);
  return word === undefined ? voice.say('route') : voice.say('routeTo', { to: voice.speaker.labels.word('to', word) });
}

function outcomeText({ outcome, certainty, on }: Rule, voice: Voice): string {
  const { speaker } = voice;
  const mayBe = (what: string): string => (certainty === 'may' ? voice.say('refund.may', { what }) : what);
  if (!outcome) return voice.say('carriedOut');
  if (outcome.refund) return mayBe(refundText(outcome.refund, voice));
  if (outcome.fee) return speaker.say('head.fee', { amount: amountText(outcome.fee.amount, voice) });
  if (outcome.credit) return mayBe(creditText(outcome.credit, voice));
  if (outcome.route) return routeText(outcome.route, voice);
  if (outcome.refer) return speaker.say('head.refer');
  if (outcome.noEntitlement) return voice.say('noEntitlement');
  if (outcome.lift) return voice.say('lift');
  return voice.say(certainty === 'may' ? 'deny.may' : on.includes('refund') ? 'deny.refund' : 'deny.other');
}

function outcomeDetails({ outcome }: Rule, voice: Voice): string[] {
  if (outcome?.refund) return refundDetails(outcome.refund, voice);
  if (outcome?.refer) return promisesOf(outcome.refer, voice);
  return [];
}

/** Whom to ask, by where it was bought. */
function choicesOf({ outcome }: Rule, voice: Voice): Choice[] {
  const to = outcome?.route?.to;
  return typeof to === 'object' && 'table' in to
    ? choicesIn(to.table, (value) => voice.speaker.labels.word('to', String(value)), voice)
    : [];
}

function effectText({ do: kind, target = 'contract', what, count }: Effect, { speaker }: Voice): string {
  if (speaker.has(`effect.${kind}.${target}`)) return speaker.say(`effect.${kind}.${target}`);
  return speaker.say(`effect.${kind}`, {
    target: speaker.labels.word('target', target),
    what: speaker.labels.word('target', what ?? target),
    count: count ?? 0,
  });
}

function evidenceOf({ evidence }: Rule, voice: Voice): string[] {
  const { speaker } = voice;
  const named = (types: readonly string[], joined: 'and' | 'or'): string =>
    speaker.values.list(
      types.map((type) => speaker.labels.word('evidence', type)),
      joined,
    );
  const { allOf = [], anyOf = [] } = evidence ?? {};
  return [
    ...(allOf.length > 0 ? [capitalised(named(allOf, 'and'), voice.locale)] : []),
    ...(anyOf.length > 0
      ? [capitalised(voice.say('evidenceAny', { evidence: named(anyOf, 'or') }), voice.locale)]
      : []),
  ];
}

/** A text of a document; one that fills in an amount or a last day belongs to a case and is left out. */
function ownWords(texts: Rule['text'], voice: Voice): string | null {
  const said = texts && fill(texts, voice.locale);
  return said === undefined || /[{}]/.test(said) ? null : said;
}

export interface ClausePlace {
  readonly documentId: string;
  readonly number: number;
  readonly kind: PlainClause['kind'];
  readonly exceptionTo: readonly number[];
}

/** A rule told in the voice's language. */
export function clauseOf(rule: Rule, place: ClausePlace, voice: Voice): PlainClause {
  return {
    id: rule.id,
    anchor: `${place.documentId}.${rule.id}`,
    number: place.number,
    kind: place.kind,
    outcome: outcomeText(rule, voice),
    when: rule.when ? conditionText(rule.when, voice) : null,
    details: [...outcomeDetails(rule, voice), ...(rule.effects ?? []).map((effect) => effectText(effect, voice))],
    choices: choicesOf(rule, voice),
    evidence: evidenceOf(rule, voice),
    text: ownWords(rule.text, voice),
    textNot: ownWords(rule.textNot, voice),
    cite: rule.cite ?? null,
    exceptionTo: place.exceptionTo,
  };
}
