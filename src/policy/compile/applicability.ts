import { type PolicyDocument, SCOPES, type ScopeName } from '../model/document.ts';
import type { FactEntries, Known } from '../model/facts.ts';
import { and, type Truth } from '../model/truth.ts';
import { compareMoments, isMoment, type Moment, readMoment } from '../time/moment.ts';
import { findZone, type Zone } from '../time/zone.ts';
import type { Case } from './case.ts';
import { type Compiler, factAt, within } from './compiler.ts';
import { compilePath, type FactRef } from './path.ts';
import { compileMoment } from './window.ts';

/** Whether and in which zone a document applies. */
export interface Applicability {
  readonly reads: readonly FactRef[];
  zoneOf(c: Pick<Case, 'tree'>): Zone;
  scope(c: Case): Truth;
  /** Whether this version is the one in force at its anchor; `until` is the start of the next version. */
  inForce(c: Case, until: Moment | null): Truth;
}

/** The fact that selects a version; where there is none in a case, the request does. */
const ANCHOR_FACTS = {
  contract: 'contract.concludedAt',
  purchase: 'charge.at',
  renewal: 'contract.periodStart',
  charge: 'charge.at',
  request: 'occasion',
} as const;

export function compileApplicability(source: PolicyDocument, compiler: Compiler): Applicability | undefined {
  const scopes = (Object.keys(SCOPES) as ScopeName[]).flatMap((name) => {
    const members = source.scope[name];
    const ref = members && factAt(SCOPES[name], compiler);
    if (!ref || !members) return [];
    // Documents are loaded for a brand: a case that does not say which is about this one.
    return [
      { ref, assumed: name === 'brand', inside: members.in && new Set(members.in), outside: new Set(members.notIn) },
    ];
  });
  const zoneOf = compileZone(source.zone, within(compiler, 'zone'));
  const anchor = compileAnchor(source, compiler);
  const from = readMoment(source.effective.from);
  if (!zoneOf || !anchor || !from) return undefined;
  return {
    reads: [...scopes.map(({ ref }) => ref), ...anchor.reads],
    zoneOf,
    scope: (c) => {
      let result: Truth = true;
      for (const { ref, assumed, inside, outside } of scopes) {
        const value = ref.read(c);
        if (value !== undefined || !assumed) result = and(result, belongs(value, inside, outside));
      }
      return result;
    },
    inForce: (c, until) => {
      const at = anchor.of(c);
      if (!at) return undefined;
      return compareMoments(from, at, c.zone) <= 0 && (until === null || compareMoments(at, until, c.zone) < 0);
    },
  };
}

function belongs(value: Known, inside: ReadonlySet<string> | undefined, outside: ReadonlySet<string>): Truth {
  if (value === undefined) return undefined;
  if (typeof value !== 'string') return inside === undefined;
  return (inside === undefined || inside.has(value)) && !outside.has(value);
}

function compileZone(zone: PolicyDocument['zone'], compiler: Compiler): Applicability['zoneOf'] | undefined {
  const fallback = findZone(typeof zone === 'string' ? zone : zone.otherwise);
  if (fallback === null) return compiler.at.fail('expected a time zone such as Europe/Berlin');
  if (typeof zone === 'string') return () => fallback;
  const ref = compilePath(zone.fact, compiler.vocabulary, null);
  if (typeof ref === 'string') return compiler.at.fail(ref);
  return ({ tree }) => {
    const id = ref.read({ tree, charge: null, item: null, zone: fallback });
    return (typeof id === 'string' ? findZone(id) : null) ?? fallback;
  };
}

function compileAnchor(source: PolicyDocument, compiler: Compiler) {
  const name = source.effective.anchor ?? 'request';
  const occasion = compileMoment('occasion', compiler);
  if (!occasion) return undefined;
  if (name === 'evidence') return { reads: occasion.reads, of: (c: Case) => latestEvidence(c) ?? occasion.of(c) };
  const moment = compileMoment(ANCHOR_FACTS[name], compiler);
  if (!moment) return undefined;
  return {
    reads: moment.reads,
    of: (c: Case) => {
      const at = moment.of(c);
      return at === null ? occasion.of(c) : at;
    },
  };
}

function latestEvidence(c: Case): Moment | null {
  const list = c.tree.evidence as FactEntries | null | undefined;
  let latest: Moment | null = null;
  for (const { receivedAt } of list?.entries ?? []) {
    if (isMoment(receivedAt) && (latest === null || compareMoments(receivedAt, latest, c.zone) > 0))
      latest = receivedAt;
  }
  return latest;
}
