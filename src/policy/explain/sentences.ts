import type { Locale } from '#lib/locales.ts';
import type { Award, ChargeResult, DecisionKind } from '../model/decision.ts';
import type { Effect } from '../model/document.ts';
import type { addMoney } from '../model/money.ts';
import type { Explained, Explanation } from './explain.ts';
import { capitalised, type Labelled, NO_DOCUMENTS } from './labels.ts';
import { fill } from './patterns.ts';
import { type Speaker, speakerFor } from './speaker.ts';

/** One charge of a decision, in finished sentences. */
export interface ResultSheet {
  /** The id of the charge; null when the request is about none. */
  readonly charge: string | null;
  readonly kind: DecisionKind;
  readonly headline: string;
  /** How and by when: method, who pays, promises. */
  readonly how: readonly string[];
  readonly because: readonly string[];
  readonly becauseNot: readonly string[];
  /** The law or clause behind the rule that decided. */
  readonly basis: string | null;
  readonly lastDay: string | null;
  readonly wouldChange: readonly string[];
  readonly nextSteps: readonly string[];
  /** What is granted once something is there, or proposed to the person who decides. */
  readonly outlook: readonly string[];
  /** The arithmetic, signed, each with its amount written out. */
  readonly lines: readonly { readonly label: string; readonly amount: string }[];
}

/** A whole decision in finished sentences, for a page, a letter or a terminal. */
export interface DecisionSheet {
  readonly locale: Locale;
  readonly kind: DecisionKind;
  readonly headline: string;
  readonly results: readonly ResultSheet[];
  /** What happens beside the money. */
  readonly effects: readonly string[];
  readonly appeal: readonly string[];
}

/**
 * Says a decision in plain sentences.
 * @param explained what `explain` gave
 * @param zone the zone times are written in, such as Europe/Berlin
 * @param documents where labels of brands come from; the compiled policies, say
 */
export function sentencesFor(
  { decision, explanations }: Explained,
  locale: Locale,
  zone: string,
  documents: Labelled = NO_DOCUMENTS,
): DecisionSheet {
  const speaker = speakerFor(locale, zone, documents);
  const results = decision.results.map((result, i) => resultSheet(result, explanations[i], speaker));
  const [only] = results;
  const headline =
    results.length === 1 && only ? only.headline : overall(decision.kind, decision.results, decision.amounts, speaker);
  const appeal = explanations.find((each) => each.appeal.length > 0)?.appeal ?? [];
  return {
    locale,
    kind: decision.kind,
    headline,
    results,
    effects: decision.effects.map((effect) => effectText(effect, speaker)),
    appeal: appeal.map(speaker.message),
  };
}

/** Several charges: what they come to together, else how many there are. */
function overall(
  kind: DecisionKind,
  results: readonly ChargeResult[],
  amounts: Parameters<typeof addMoney>[0],
  speaker: Speaker,
): string {
  if (amounts.length > 0 && (kind === 'full' || kind === 'partial' || kind === 'credit')) {
    return speaker.say(`head.${kind}`, { amount: speaker.moneys(amounts) });
  }
  return kind === 'ask' || kind === 'refer'
    ? speaker.say(`head.${kind}`)
    : speaker.say('head.mixed', { count: results.length });
}

function resultSheet(result: ChargeResult, why: Explanation | undefined, speaker: Speaker): ResultSheet {
  const award = result.award;
  const params = {
    amount: award?.amount ? speaker.values.money(award.amount) : '–',
    lastDay: why?.lastEligible ? speaker.values.date(why.lastEligible) : '–',
  };
  const ruleText = ({ id, texts }: Explanation['because'][number]): string =>
    id === 'noRule' ? speaker.say(id) : fill(texts, speaker.locale, params);
  const cited = why?.rules.find(({ decided }) => decided)?.citation ?? null;
  return {
    charge: result.charge,
    kind: result.kind,
    headline: headlineOf(result, speaker),
    how: award && result.kind !== 'refer' ? howOf(award, speaker) : award ? promisesOf(award, speaker) : [],
    because: (why?.because ?? []).map(ruleText),
    becauseNot: (why?.becauseNot ?? []).map(ruleText),
    basis: cited && (cited.section ? `${cited.source}, ${cited.section}` : cited.source),
    lastDay: why?.lastEligible ? lastDayText(why.lastEligible, speaker) : null,
    wouldChange: (why?.wouldChange ?? []).map(speaker.message),
    nextSteps: (why?.nextSteps ?? []).map(speaker.message),
    outlook: outlookOf(result, speaker),
    lines: award && award.kind !== 'refer' ? linesOf(award, speaker) : [],
  };
}

const lastDayText = (moment: string, { say, values }: Speaker): string =>
  say(moment.includes('T') ? 'lastMoment' : 'lastDay', { date: values.date(moment) });

function headlineOf({ kind, award }: ChargeResult, { say, values, labels }: Speaker): string {
  const amount = award?.amount ? values.money(award.amount) : null;
  const reason = `head.${award?.reason}`;
  if (kind === 'none' && (reason === 'head.nothingCharged' || reason === 'head.nothingLeft')) return say(reason);
  if (kind === 'credit') return amount === null ? say('head.creditPlain') : say('head.credit', { amount });
  if (kind === 'inKind') {
    return award?.to ? say('head.inKind', { what: labels.word('credit', award.to) }) : say('head.inKindPlain');
  }
  return say(`head.${kind}`, { amount: amount ?? '–' });
}

function howOf(award: Award, speaker: Speaker): readonly string[] {
  if (award.kind !== 'full' && award.kind !== 'partial') return promisesOf(award, speaker);
  const { method, executor } = award;
  return [
    ...(method === null ? [] : [speaker.either('method', method)]),
    ...(executor === null || executor === 'us' ? [] : [speaker.either('executor', executor)]),
    ...promisesOf(award, speaker),
  ];
}

const promisesOf = ({ promises }: Award, { say, span }: Speaker): readonly string[] =>
  promises.map(({ name, upTo, unit }) => say(name, { span: span(upTo, unit) }));

function outlookOf({ kind, atLeast, proposal }: ChargeResult, { say, values }: Speaker): readonly string[] {
  const certain = atLeast?.amount && atLeast.amount.minor > 0 ? values.money(atLeast.amount) : null;
  const hoped = proposal?.amount && proposal.amount.minor > 0 ? values.money(proposal.amount) : null;
  return [
    ...(hoped === null ? [] : [say(kind === 'refer' ? 'proposal.refer' : 'proposal.ask', { amount: hoped })]),
    ...(certain === null ? [] : [say('atLeast', { amount: certain })]),
  ];
}

/** A single line repeats the headline; the arithmetic begins with two. */
function linesOf({ lines, amount }: Award, { values, labels, factOrWord }: Speaker): ResultSheet['lines'] {
  if (lines.length < 2 || amount === null) return [];
  return lines.map(({ what, minor }) => ({
    label: capitalised(factOrWord('line', what), labels.locale),
    amount: values.money({ minor, unit: amount.unit }),
  }));
}

function effectText(effect: Effect, speaker: Speaker): string {
  const { do: kind, target = 'contract', what, count } = effect;
  const named = `effect.${kind}.${target}`;
  if (speaker.has(named)) return speaker.say(named);
  const thing = what ?? effect.target ?? target;
  return speaker.say(`effect.${kind}`, {
    target: speaker.labels.word('target', target),
    what: speaker.labels.word('target', thing),
    count: count ?? 0,
  });
}
