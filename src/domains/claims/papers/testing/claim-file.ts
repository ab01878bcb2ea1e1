import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { brandSchema, channelSchema } from '#domains/brands/index.ts';
import { factsOf } from '#domains/policies/index.ts';
import { countryOf } from '#lib/countries.ts';
import { Temporal } from '#lib/time.ts';
import {
  type AnyDocument,
  compilePolicies,
  explain,
  type Money,
  type PolicyDocument,
  readDocumentText,
} from '#policy/index.ts';
import type { Answer, AnswerValue, ClaimFile } from '../../claim.ts';
import { factsOfAnswers } from '../../facts-of-answers.ts';

const ROOT = fileURLToPath(new URL('../../../../..', import.meta.url));

const documentsIn = (folder: string): readonly AnyDocument[] =>
  readdirSync(`${ROOT}/${folder}`)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => {
      const read = readDocumentText(readFileSync(`${ROOT}/${folder}/${name}`, 'utf8'));
      if ('problems' in read) throw new Error(`${folder}/${name}: ${read.problems[0]?.message}`);
      return read.document;
    });

export interface Situation {
  readonly brand: string;
  readonly region?: string;
  readonly channel?: string;
  readonly reason?: string;
  readonly on?: string;
  readonly amount?: Money;
  readonly story?: string;
  readonly now?: string;
  readonly ticks?: readonly string[];
  /** More answers by path; null for “I don’t know”. */
  readonly more?: Readonly<Record<string, AnswerValue | null>>;
  /** Laid over the facts, for what the assistant does not ask. */
  readonly given?: (given: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>;
}

const NOW = '2026-11-22T10:00:00Z';

function answersOf({ region, channel, reason, on, amount, story, more = {}, now = NOW }: Situation): readonly Answer[] {
  const all: Readonly<Record<string, AnswerValue | null | undefined>> = {
    'contract.region': region,
    channel,
    'request.reason': reason,
    'charges[c1].at': on,
    'charges[c1].amount': amount,
    'request.explanation': story,
    ...more,
  };
  return Object.entries(all).flatMap(([path, value]) =>
    value === undefined ? [] : [{ path, at: now, ...(value === null ? {} : { value }) }],
  );
}

/** The file of a claim against a brand of our packs, decided under its published documents and every law. */
export function claimFile(situation: Situation): ClaimFile {
  const now = Temporal.Instant.from(situation.now ?? NOW);
  const own = documentsIn(`packs/${situation.brand}/policies`);
  const policies = compilePolicies([
    ...own,
    ...documentsIn('jurisdictions'),
    ...documentsIn('jurisdictions/calendars'),
  ]);
  const answers = answersOf(situation);
  const ticks = (situation.ticks ?? []).map((what) => ({ what, at: now }));
  const papers = (situation.ticks ?? []).flatMap((what) => (what.startsWith('evidence:') ? [what.slice(9)] : []));
  const documents = own.filter((document): document is PolicyDocument => document.kind === 'policy');
  const answered = factsOfAnswers({ brandId: situation.brand, answers, papers, requestedAt: now, documents });
  const given = situation.given?.(answered) ?? answered;
  const facts = factsOf(policies, {
    given,
    unanswered: answers.filter(({ value }) => value === undefined).map(({ path }) => path),
  });
  const { region = null } = situation;
  return {
    brand: {
      ...brandSchema.parse(parse(readFileSync(`${ROOT}/packs/${situation.brand}/brand.yaml`, 'utf8'))),
      mark: '',
      domain: undefined,
      contentVersion: 1,
    },
    claim: {
      id: '00000000-0000-4000-8000-000000000001',
      brandId: situation.brand,
      locale: 'en',
      answers,
      startedAt: now,
      changedAt: now,
      expiresAt: now,
      keptAt: null,
    },
    policies,
    facts,
    ...explain(policies, facts, now),
    channels: (parse(readFileSync(`${ROOT}/packs/${situation.brand}/channels.yaml`, 'utf8')) as unknown[]).map((each) =>
      channelSchema.parse(each),
    ),
    contacts: [],
    ticks,
    region,
    zone: (region === null ? undefined : countryOf(region)?.zone) ?? 'UTC',
    charge: { on: situation.on ?? null, amount: situation.amount ?? null },
    reason: situation.reason ?? null,
    channel: situation.channel ?? null,
    story: situation.story ?? '',
    now,
  };
}
