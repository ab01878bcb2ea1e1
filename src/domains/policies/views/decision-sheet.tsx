import { type Locale, localized } from '#lib/locales.ts';
import type { Temporal } from '#lib/time.ts';
import {
  type Award,
  type ChargeResult,
  capitalised,
  type Explained,
  type Explanation,
  labelsFor,
  type Policies,
  sentencesFor,
} from '#policy/index.ts';
import { type Clause, DecisionSheet, type SheetSource } from '#ui/components/decision-sheet.tsx';
import type { Content } from '#ui/components/markup.ts';
import type { PromiseStep } from '#ui/components/promise-track.tsx';
import type { MessageKey, Reader } from '#ui/reader.ts';
import { clausesOf } from './decision-clauses.ts';

export interface DecisionViewProps {
  readonly explained: Explained;
  readonly policies: Policies;
  readonly reader: Reader;
  /** The zone days and times are written in. */
  readonly zone: string;
  /** The outcome as a sentence, in the voice of whoever shows it. */
  readonly outcome: string;
  readonly kicker?: string | undefined;
  readonly how?: Content;
  readonly asTitle?: boolean | undefined;
  /** More that would change it, before what the engine found. */
  readonly changes?: readonly Content[] | undefined;
  readonly foot?: Content;
  /** When the request counts as made. */
  readonly requestedAt: Temporal.Instant;
  /** Where a document or one of its clauses can be read. */
  readonly hrefOf: (document: string, rule?: string) => string;
}

const PROMISES: Readonly<Record<string, MessageKey>> = {
  acknowledgeWithin: 'sheet.promise.acknowledge',
  decideWithin: 'sheet.promise.decide',
  payWithin: 'sheet.promise.pay',
  arrivesWithin: 'sheet.promise.arrive',
};

const UNITS: Readonly<Record<string, MessageKey>> = {
  minute: 'sheet.span.minute',
  hour: 'sheet.span.hour',
  calendarDay: 'sheet.span.calendarDay',
  businessDay: 'sheet.span.businessDay',
  month: 'sheet.span.month',
};

/** Promises of the winning rule as steps; calendar days become a date, counted from the request. */
function promisesOf(award: Award | null, { reader, requestedAt, zone }: DecisionViewProps): PromiseStep[] {
  const { t } = reader;
  return (award?.promises ?? []).map(({ name, upTo, unit }) => {
    const span = t(UNITS[unit] ?? 'sheet.span.calendarDay', { count: upTo });
    const day = requestedAt.toZonedDateTimeISO(zone).toPlainDate();
    const end = unit === 'calendarDay' ? day.add({ days: upTo }) : unit === 'month' ? day.add({ months: upTo }) : null;
    return {
      title: t(PROMISES[name] ?? 'sheet.promise.arrive'),
      state: 'later',
      when: end
        ? t('sheet.promise.by', { span, date: reader.date(end.toString()) })
        : t('sheet.promise.within', { span }),
    };
  });
}

/** Papers the winning rule waits for, as clauses that are open until they are there. */
function paperClauses({ decision }: Explained, locale: Locale, policies: Policies, t: Reader['t']): Clause[] {
  const labels = labelsFor(locale, policies);
  return decision.evidence.map(({ type, state, anyOf }) => ({
    answer: state === 'absent' || state === 'unknown' ? 'ask' : 'yes',
    title: capitalised(labels.word('evidence', type), locale),
    facts: t(
      state === 'absent' || state === 'unknown'
        ? anyOf
          ? 'sheet.paper.any'
          : 'sheet.paper.open'
        : 'sheet.paper.there',
    ),
  }));
}

/** The documents a decision rests on; laws that say nothing about it are left out. */
function sourcesOf({ explained, policies, reader, hrefOf }: DecisionViewProps): SheetSource[] {
  const { t, locale, date } = reader;
  const shown = explained.explanations.map((why, i) => relevant(why, explained.decision.results[i]));
  const read = new Set(shown.flatMap(({ rules }) => rules.map(({ rule }) => rule.split('/')[0])));
  return explained.decision.documents.flatMap(({ id, version }) => {
    const document = policies.documents.find(({ source }) => source.id === id && source.version === version)?.source;
    if (!document || !read.has(id)) return [];
    const origins = document.provenance.map(({ source, url, retrievedAt, verified }) => ({
      name: source,
      // Where we read something is noted in English.
      lang: locale === 'en' ? undefined : 'en',
      href: url,
      read: retrievedAt === undefined ? undefined : t('sheet.sourceRead', { date: date(retrievedAt) }),
      check: t(verified ? 'sheet.verified' : 'sheet.unverified'),
      checked: verified,
    }));
    const label = document.title ? localized(document.title, locale, 'en') : id;
    const standing = t('sheet.standing', { version, date: date(document.effective.from) });
    return [{ document: { href: hrefOf(id), label }, standing, origins }];
  });
}

/** Where somebody else decides, laws about the company say nothing unless one of them is why. */
const relevant = (why: Explanation, result: ChargeResult | undefined): Explanation =>
  result?.kind === 'route' ? { ...why, rules: why.rules.filter((r) => r.decided || r.layer !== 'statute') } : why;

const TOO_LATE = 'changeTooLate';

/** What would change it; where the time has passed, nothing else would. */
function changesOf(why: Explanation | undefined, said: ReturnType<typeof sentencesFor>): readonly string[] {
  const changes = said.results[0]?.wouldChange ?? [];
  const late = why?.wouldChange.findIndex(({ id }) => id === TOO_LATE) ?? -1;
  return late === -1 ? changes : changes.slice(late, late + 1);
}

/** A decision that explains itself, from what the engine found. */
export const DecisionView = (props: DecisionViewProps) => {
  const { explained, policies, reader, zone, hrefOf } = props;
  const { t, locale } = reader;
  const result = explained.decision.results[0];
  const why = explained.explanations[0];
  const said = sentencesFor(explained, locale, zone, policies);
  const refused = result?.kind === 'none' || result?.kind === 'fee';
  const words = { t, locale, zone, policies, hrefOf };
  const { clauses, others } = why ? clausesOf(relevant(why, result), words, refused) : { clauses: [], others: [] };
  const award = result?.award ?? result?.proposal ?? null;
  const effects = explained.decision.effects.length > 0 ? said.effects : proposedEffects(props, award);
  return (
    <DecisionSheet
      kicker={props.kicker}
      outcome={props.outcome}
      asTitle={props.asTitle}
      how={props.how}
      lastDay={said.results[0]?.lastDay}
      clauses={[...clauses, ...paperClauses(explained, locale, policies, t)]}
      others={others}
      changes={[...(props.changes ?? []), ...changesOf(why, said)]}
      effects={effects}
      promises={promisesOf(award, props)}
      appeal={said.appeal}
      sources={sourcesOf(props)}
      foot={props.foot}
      labels={{
        answers: { yes: t('sheet.answer.yes'), no: t('sheet.answer.no'), ask: t('sheet.answer.ask') },
        why: t('sheet.why'),
        change: t('sheet.change'),
        effects: t('sheet.effects'),
        promises: t('sheet.promises'),
        sources: t('sheet.sources'),
        appeal: t('sheet.appeal'),
        others: t('sheet.others', { count: others.length }),
        track: {
          done: t('sheet.track.done'),
          now: t('sheet.track.now'),
          later: t('sheet.track.later'),
          late: t('sheet.track.late'),
        },
      }}
    />
  );
};

/** While papers are missing nothing happens yet; what will happen is told before anybody sends anything. */
function proposedEffects(
  { explained, policies, reader, zone }: DecisionViewProps,
  award: Award | null,
): readonly string[] {
  if (award === null || award.effects.length === 0) return [];
  const decision = { ...explained.decision, effects: award.effects };
  return sentencesFor({ ...explained, decision }, reader.locale, zone, policies).effects;
}
