/** Who can say what a fact is. */
export const ANSWERERS = ['ledger', 'customer', 'agent', 'system'] as const;
export type Answerer = (typeof ANSWERERS)[number];

export const FACT_TYPES = ['flag', 'number', 'money', 'moment', 'duration', 'word', 'text', 'words'] as const;
export type FactType = (typeof FACT_TYPES)[number];

/** One thing that can be known about a case. */
export interface FactKind {
  readonly shape: 'fact';
  readonly type: FactType;
  readonly answerer: Answerer;
  /** The only words there are; without it the set is open and a pack extends it. */
  readonly words?: readonly string[];
  /** What it means that a complete list has no such entry. Without it: the fact is known to be absent. */
  readonly whenNoEntry?: string | number;
}

export interface FactRecord {
  readonly shape: 'record';
  readonly fields: Readonly<Record<string, FactNode>>;
  /** The kind of every field that is not listed, where a pack may invent its own. */
  readonly others?: FactKind;
}

/** A list is complete or unknown. Its entries are addressed by the value of `key`. */
export interface FactList {
  readonly shape: 'list';
  readonly key: string;
  /** The field meant when an entry is given as one plain value: `evidence: { receipt: verified }`. */
  readonly main?: string;
  readonly entry: FactRecord;
  readonly answerer: Answerer;
}

export type FactNode = FactKind | FactRecord | FactList;

export const REQUEST_KINDS = ['withdraw', 'cancel', 'refund', 'change', 'appeal'] as const;
export const EVENT_KINDS = ['chargeback', 'terminatedByProvider', 'paymentFailed', 'serviceEnded'] as const;
export type Occasion = (typeof REQUEST_KINDS)[number] | (typeof EVENT_KINDS)[number];
export const OCCASIONS: readonly Occasion[] = [...REQUEST_KINDS, ...EVENT_KINDS];

export const CHANNELS = ['own', 'retail', 'appStore', 'playStore', 'isp', 'reseller', 'gift'] as const;
export const COMPONENT_KINDS = ['fee', 'tax', 'shipping', 'thirdParty'] as const;
export type ComponentKind = (typeof COMPONENT_KINDS)[number];
export const EVIDENCE_STATES = ['absent', 'provided', 'verified', 'rejected'] as const;
export type EvidenceState = (typeof EVIDENCE_STATES)[number];

const fact = (type: FactType, answerer: Answerer, more: Partial<FactKind> = {}): FactKind => ({
  shape: 'fact',
  type,
  answerer,
  ...more,
});
const record = (fields: Readonly<Record<string, FactNode>>, others?: FactKind): FactRecord =>
  others ? { shape: 'record', fields, others } : { shape: 'record', fields };
const list = (key: string, answerer: Answerer, fields: FactRecord['fields'], main?: string): FactList => ({
  shape: 'list',
  key,
  answerer,
  entry: record(fields),
  ...(main ? { main } : {}),
});

const REQUEST = record({
  kind: fact('word', 'customer', { words: REQUEST_KINDS }),
  at: fact('moment', 'system'),
  endAt: fact('word', 'customer', { words: ['now', 'periodEnd', 'date'] }),
  endDate: fact('moment', 'customer'),
  target: fact('word', 'customer'),
  about: fact('words', 'customer'),
  reason: fact('word', 'customer'),
  channel: fact('word', 'system'),
  explanation: fact('text', 'customer'),
});

const CONTRACT = record({
  concludedAt: fact('moment', 'ledger'),
  region: fact('word', 'ledger'),
  zone: fact('word', 'ledger'),
  consumer: fact('flag', 'ledger'),
  distance: fact('flag', 'ledger'),
  customerType: fact('word', 'ledger'),
  term: fact('word', 'ledger'),
  commitment: record({
    instalment: fact('money', 'ledger'),
    count: fact('number', 'ledger'),
    billed: fact('number', 'ledger'),
    until: fact('moment', 'ledger'),
  }),
  trialStart: fact('moment', 'ledger'),
  trialEnd: fact('moment', 'ledger'),
  periodKind: fact('word', 'ledger', { words: ['initial', 'renewal'] }),
  periodStart: fact('moment', 'ledger'),
  periodEnd: fact('moment', 'ledger'),
  legalCategory: fact('word', 'system', { words: ['service', 'content', 'goods'] }),
  autoRenew: fact('flag', 'ledger'),
});

/** One charge. `amount` is the sum of its components and is not given separately. */
export const CHARGE = record({
  id: fact('word', 'ledger'),
  at: fact('moment', 'ledger'),
  covers: record({ from: fact('moment', 'ledger'), until: fact('moment', 'ledger') }),
  amount: fact('money', 'ledger'),
  method: fact('word', 'ledger'),
  merchantOfRecord: fact('word', 'ledger'),
  alreadyRefunded: fact('money', 'ledger'),
  disputeState: fact('word', 'ledger'),
});

const ACCOUNT = record({
  standing: fact('word', 'ledger'),
  supportContacts: fact('number', 'ledger'),
  refundHistory: list('category', 'ledger', { category: fact('word', 'ledger'), at: fact('moment', 'ledger') }),
  otherPurchases: list('product', 'ledger', { product: fact('word', 'ledger'), at: fact('moment', 'ledger') }),
});

const EVIDENCE_FIELDS = {
  type: fact('word', 'customer'),
  state: fact('word', 'customer', { words: EVIDENCE_STATES, whenNoEntry: 'absent' }),
  issuedAt: fact('moment', 'customer'),
  receivedAt: fact('moment', 'system'),
};

const USAGE_FIELDS = {
  metric: fact('word', 'ledger'),
  since: fact('moment', 'ledger'),
  value: fact('number', 'ledger', { whenNoEntry: 0 }),
};

const INCIDENT_FIELDS = {
  id: fact('word', 'system'),
  kind: fact('word', 'system'),
  from: fact('moment', 'system'),
  until: fact('moment', 'system'),
};

const LINKED_FIELDS = {
  id: fact('word', 'ledger'),
  kind: fact('word', 'ledger'),
  state: fact('word', 'ledger'),
  count: fact('number', 'ledger'),
  at: fact('moment', 'ledger'),
};

/** Everything a policy may ask about, in the words rules and facts share. Brands add typed facts of their own under `own`. */
export const VOCABULARY: FactRecord = record({
  brand: fact('word', 'system'),
  channel: fact('word', 'ledger'),
  request: REQUEST,
  event: record({
    kind: fact('word', 'system', { words: EVENT_KINDS }),
    at: fact('moment', 'system'),
    about: fact('words', 'system'),
  }),
  contract: CONTRACT,
  paidThrough: fact('moment', 'ledger'),
  charges: { shape: 'list', key: 'id', answerer: 'ledger', entry: CHARGE },
  usage: list('metric', 'ledger', USAGE_FIELDS, 'value'),
  milestones: list('name', 'ledger', { name: fact('word', 'ledger'), at: fact('moment', 'ledger') }, 'at'),
  consent: record({
    immediateStart: fact('flag', 'ledger'),
    lossAcknowledged: fact('flag', 'ledger'),
    confirmationSentAt: fact('moment', 'ledger'),
  }),
  disclosure: record({}, fact('flag', 'system')),
  account: ACCOUNT,
  evidence: list('type', 'customer', EVIDENCE_FIELDS, 'state'),
  incidents: list('id', 'system', INCIDENT_FIELDS),
  linked: list('id', 'ledger', LINKED_FIELDS),
  product: record({
    kind: fact('word', 'ledger'),
    plan: fact('word', 'ledger'),
    includes: fact('words', 'ledger'),
  }),
});

/** The vocabulary with a brand's own typed facts under `own`. */
export const vocabularyWith = (own: Readonly<Record<string, FactKind>>): FactRecord =>
  Object.keys(own).length === 0 ? VOCABULARY : record({ ...VOCABULARY.fields, own: record(own) });
