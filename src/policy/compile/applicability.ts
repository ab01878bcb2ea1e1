import { type Membership, type PolicyDocument, SCOPES, type ScopeName } from '../model/document.ts';
import type { FactEntries, Known } from '../model/facts.ts';
import type { Truth } from '../model/truth.ts';
import { compareMoments, isMoment, type Moment, readMoment } from '../time/moment.ts';
import { findZone, type Zone } from '../time/zone.ts';
import type { Case } from './case.ts';
import { type Compiler, factAt, within } from './compiler.ts';
import { compilePath, type FactRef } from './path.ts';
import { compileMoment } from './window.ts';

/** Whether and in which zone a document applies. What is read here is the same for many documents, so each says it by name. */
export interface Applicability {
  readonly reads: readonly FactRef[];
  readonly zone: DocumentZone;
  readonly scopes: readonly ScopeTest[];
  /** Where the version in force is chosen by. */
  readonly anchor: VersionAnchor;
  readonly from: Moment;
}

export interface DocumentZone {
  /** The fact that names the zone; null where the document does. */
  readonly fact: FactRef | null;
  readonly otherwise: Zone;
}

export interface ScopeTest {
  readonly ref: FactRef;
  /** Whether a case with this value is inside. */
  admits(value: Known): Truth;
}

export interface VersionAnchor {
  readonly name: string;
  readonly reads: readonly FactRef[];
  of(c: Case): Moment | null | undefined;
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
    return ref && members ? [scopeTest(name, ref, members)] : [];
  });
  const zone = compileZone(source.zone, within(compiler, 'zone'));
  const anchor = compileAnchor(source, compiler);
  const from = readMoment(source.effective.from);
  if (!zone || !anchor || !from) return undefined;
  return { reads: [...scopes.map(({ ref }) => ref), ...anchor.reads], zone, scopes, anchor, from };
}

/** Whether a version is in force at its anchor; `until` is the start of the next version. */
export function isInForce(from: Moment, until: Moment | null, at: Moment | null | undefined, zone: Zone): Truth {
  if (!at) return undefined;
  return compareMoments(from, at, zone) <= 0 && (until === null || compareMoments(at, until, zone) < 0);
}

/** The zone the fact names in a case; null where it names none. */
export function zoneNamed(fact: FactRef, c: Case): Zone | null {
  const id = fact.read(c);
  return typeof id === 'string' ? findZone(id) : null;
}

function scopeTest(name: ScopeName, ref: FactRef, members: Membership): ScopeTest {
  const inside = members.in && new Set(members.in);
  const outside = new Set(members.notIn);
  // Documents are loaded for a brand: a case that does not say which is about this one.
  const unsaid: Truth = name === 'brand' ? true : undefined;
  return { ref, admits: (value) => (value === undefined ? unsaid : belongs(value, inside, outside)) };
}

function belongs(
  value: Exclude<Known, undefined>,
  inside: ReadonlySet<string> | undefined,
  outside: ReadonlySet<string>,
): Truth {
  if (typeof value !== 'string') return inside === undefined;
  return (inside === undefined || inside.has(value)) && !outside.has(value);
}

function compileZone(zone: PolicyDocument['zone'], compiler: Compiler): DocumentZone | undefined {
  const otherwise = findZone(typeof zone === 'string' ? zone : zone.otherwise);
  if (otherwise === null) return compiler.at.fail('expected a time zone such as Europe/Berlin');
  if (typeof zone === 'string') return { fact: null, otherwise };
  const fact = compilePath(zone.fact, compiler.vocabulary, null);
  if (typeof fact === 'string') return compiler.at.fail(fact);
  // A case has one zone, whichever of its charges is looked at.
  return { fact: fact.path.startsWith('charge.') ? null : fact, otherwise };
}

function compileAnchor(source: PolicyDocument, compiler: Compiler): VersionAnchor | undefined {
  const name = source.effective.anchor ?? 'request';
  const occasion = compileMoment('occasion', compiler);
  if (!occasion) return undefined;
  if (name === 'evidence') return { name, reads: occasion.reads, of: (c: Case) => latestEvidence(c) ?? occasion.of(c) };
  const moment = compileMoment(ANCHOR_FACTS[name], compiler);
  if (!moment) return undefined;
  return {
    name,
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
