import { Temporal } from '#lib/time.ts';
import { overlay } from '../check/merge.ts';
import type { Membership, PolicyDocument } from '../model/document.ts';
import { CHANNELS, type FactRecord, OCCASIONS, type Occasion, REQUEST_KINDS } from '../model/vocabulary.ts';
import { isGroup } from '../reading/fact-tree.ts';

export type Given = Readonly<Record<string, unknown>>;

/** The one charge generated cases are about. */
export const CHARGE_ID = 'c1';
const NOON = '2026-06-17T10:00:00Z';
const REGIONS = ['DE', 'US', 'GB', 'MY', 'FR', 'BR', 'JP'];

export const isRequest = (occasion: Occasion): boolean => (REQUEST_KINDS as readonly string[]).includes(occasion);

/** Every fact known not to exist and every list empty, so that only what a case sets can be true. */
function blank(record: FactRecord): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(record.fields)
      .filter(([name]) => name !== 'charges')
      .map(([name, node]) => [name, node.shape === 'record' ? blank(node) : node.shape === 'list' ? {} : null]),
  );
}

const memberOf = (members: Membership | undefined, offered: readonly string[]): string | undefined =>
  members?.in?.[0] ?? (members?.notIn ? offered.find((word) => !members.notIn?.includes(word)) : offered[0]);

const dayAfter = (at: string, days: number): string =>
  Temporal.Instant.from(at)
    .add({ hours: 24 * days })
    .toString()
    .slice(0, 10);

function chargeAt(at: string): Given {
  return {
    id: CHARGE_ID,
    at: Temporal.Instant.from(at).subtract({ hours: 24 }).toString(),
    currency: 'EUR',
    covers: { from: dayAfter(at, -1), until: dayAfter(at, 29) },
    method: 'card',
    merchantOfRecord: 'us',
    disputeState: null,
    alreadyRefunded: 0,
    components: [
      { kind: 'fee', amount: 10_000 },
      { kind: 'tax', amount: 1_900 },
    ],
  };
}

function occasionAt(occasion: Occasion, at: string): Given {
  const said = { kind: occasion, at, about: [CHARGE_ID] };
  return isRequest(occasion) ? { request: said, event: null } : { event: said, request: null };
}

/** A case the scope of a document covers, in which nothing else is known to hold. */
function plainGround(document: PolicyDocument, occasion: Occasion, vocabulary: FactRecord): Given {
  const { brand, regions, customerType, products, channels } = document.scope;
  const inScope = {
    brand: memberOf(brand, ['brand']),
    channel: memberOf(channels, CHANNELS),
    contract: { region: memberOf(regions, REGIONS), customerType: memberOf(customerType, ['consumer']), zone: null },
    product: { kind: memberOf(products, ['product']) },
    charges: [chargeAt(NOON)],
    account: { supportContacts: 0 },
  };
  return overlay(overlay(blank(vocabulary), inScope), occasionAt(occasion, NOON));
}

/** Lists by key, so that one entry can be set; those without a key stay as they are. */
const KEYS: Readonly<Record<string, string>> = {
  usage: 'metric',
  milestones: 'name',
  evidence: 'type',
  linked: 'id',
  incidents: 'id',
};

function listsByKey(given: Given): Given {
  const keyed = Object.entries(KEYS).flatMap(([name, key]) => {
    const list = given[name];
    if (!Array.isArray(list)) return [];
    return [[name, Object.fromEntries(list.flatMap((entry) => (isGroup(entry) ? [[String(entry[key]), entry]] : [])))]];
  });
  return { ...given, ...Object.fromEntries(keyed) };
}

/** The facts the author tests with, laid over the plain ones, asked for something else where needed. */
function authorsGround(document: PolicyDocument, occasion: Occasion, vocabulary: FactRecord): Given | null {
  const facts = document.tests?.facts;
  const said = isGroup(facts?.request) ? facts.request : isGroup(facts?.event) ? facts.event : null;
  if (!facts || said === null || typeof said.at !== 'string') return null;
  const at = said.at.includes('T') ? said.at : `${said.at}T10:00:00Z`;
  const plain = plainGround(document, occasion, vocabulary);
  const own = overlay(plain, listsByKey(facts));
  const { kind } = said;
  const about = OCCASIONS.some((each) => each === kind) && kind === occasion ? said : { ...said, kind: occasion };
  const occasioned = isRequest(occasion)
    ? { request: { ...(plain.request as Given), ...about, at }, event: null }
    : { event: { kind: occasion, at, about: said.about ?? [CHARGE_ID] }, request: null };
  return { ...own, ...occasioned };
}

/** Cases to start from, the author's own first. */
export function groundsFor(document: PolicyDocument, occasion: Occasion, vocabulary: FactRecord): readonly Given[] {
  const own = authorsGround(document, occasion, vocabulary);
  const plain = plainGround(document, occasion, vocabulary);
  return own === null ? [plain] : [own, plain];
}
