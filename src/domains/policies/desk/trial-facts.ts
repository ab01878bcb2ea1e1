import { stringify } from 'yaml';
import { z } from 'zod';
import { Temporal } from '#lib/time.ts';
import { type FileProblem, readYaml } from '#lib/yaml.ts';

type Group = Readonly<Record<string, unknown>>;

/** A case somebody tries: facts as people write them, and when it is decided. */
export interface TrialCase {
  readonly facts: Group;
  readonly asOf: Temporal.Instant;
}

/** What can be changed quickly, each left empty to leave it as it is. */
export const QUICK = ['kind', 'reason', 'channel', 'region', 'days'] as const;
export type Quick = Readonly<Record<(typeof QUICK)[number], string>>;
export const NO_QUICK: Quick = { kind: '', reason: '', channel: '', region: '', days: '' };
const DAYS = /^\d{1,4}$/;
const MAX_FIELD = 80;

const isGroup = (value: unknown): value is Group =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const groupAt = (facts: Group, key: string): Group => {
  const value = facts[key];
  return isGroup(value) ? value : {};
};

export const readQuick = (form: FormData): Quick =>
  Object.fromEntries(
    QUICK.map((name) => [
      name,
      String(form.get(name) ?? '')
        .trim()
        .slice(0, MAX_FIELD),
    ]),
  ) as Record<(typeof QUICK)[number], string>;

/** When the first charge was made, as far as it can be read. */
function chargedAt(facts: Group): Temporal.Instant | null {
  const [first] = Array.isArray(facts.charges) ? facts.charges : [];
  try {
    return isGroup(first) ? Temporal.Instant.from(String(first.at)) : null;
  } catch {
    return null;
  }
}

/** Facts with the quick changes laid over them. */
export function withQuick(facts: Group, quick: Quick): Group {
  const charged = chargedAt(facts);
  const at = charged && DAYS.test(quick.days) ? charged.add({ hours: Number(quick.days) * 24 }).toString() : undefined;
  const request = {
    ...groupAt(facts, 'request'),
    ...(quick.kind ? { kind: quick.kind } : {}),
    ...(quick.reason ? { reason: quick.reason } : {}),
    ...(at ? { at } : {}),
  };
  return {
    ...facts,
    ...(quick.channel ? { channel: quick.channel } : {}),
    ...(quick.region ? { contract: { ...groupAt(facts, 'contract'), region: quick.region } } : {}),
    ...(Object.keys(request).length > 0 ? { request } : {}),
  };
}

const FACTS = z.record(z.string(), z.unknown());

/** Reads facts typed as YAML. */
export const readTrialFacts = (
  text: string,
): { readonly value: Group } | { readonly problems: readonly FileProblem[] } => readYaml(text, FACTS);

/** The order in which a case is told; the database forgets it. */
const ORDER = ['brand', 'channel', 'product', 'request', 'event', 'contract', 'charges', 'account', 'usage', 'own'];
const placeOf = (key: string): number => (ORDER.includes(key) ? ORDER.indexOf(key) : ORDER.length);

/** Facts as they stand in the field: what is known not to exist stays there as null, an empty list as an empty list. */
export const trialText = (facts: Group): string =>
  stringify(Object.fromEntries(Object.entries(facts).sort(([a], [b]) => placeOf(a) - placeOf(b))), {
    lineWidth: 0,
    singleQuote: true,
  });
