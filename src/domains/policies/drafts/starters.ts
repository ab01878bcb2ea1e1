import type { IsoDate } from '#lib/time.ts';

/** Beginnings for a document nobody has written yet. */
export const STARTERS = ['company', 'goodwill'] as const;
export type Starter = (typeof STARTERS)[number];

interface Start {
  readonly brandId: string;
  readonly brandName: string;
  readonly documentId: string;
  readonly from: IsoDate;
}

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

const head = ({ brandId, brandName, documentId, from }: Start, layer: Starter): string => `kind: policy
id: ${documentId}
version: 1
layer: ${layer}
title:
  en: ${quoted(`${brandName} refunds`)}
status: draft
scope:
  brand: { in: [${brandId}] }
effective: { from: ${from}, anchor: request }
provenance:
  - source: ${quoted(`${brandName}, written at the desk`)}
    verified: true
zone: { fact: contract.zone, otherwise: Europe/London }
locales: [en]
`;

const tests = ({ brandId, from }: Start): string => `tests:
  facts:
    brand: ${brandId}
    channel: own
    request: { kind: refund, at: '${from}T10:00:00Z', about: [c1], reason: notSatisfied }
    charges:
      - { id: c1, at: '${from}T09:00:00Z', currency: EUR, alreadyRefunded: 0, components: [{ kind: fee, amount: 1000 }] }
  cases:
    - name: asked on the day of the charge
      expect: { kind: full, amount: 1000 }
`;

const COMPANY = `define:
  constants:
    days: 14
rules:
  - id: in-time
    on: [refund]
    when:
      within: { of: charge.at, upTo: { constant: days }, unit: calendarDay }
    outcome:
      refund: { components: all, amount: full, method: original, executor: us }
    text: { en: You asked in time. }
    textNot: { en: A refund has to be asked for in time. }
otherwise:
  - id: too-late
    on: [refund]
    outcome: { deny: { reason: tooLate } }
    text: { en: The time for a refund has passed. }
appeal: { window: { upTo: 30, unit: calendarDay }, requiresNewEvidence: true, levels: [supervisor] }
`;

const GOODWILL = `define:
  constants:
    graceDays: 2
rules:
  - id: grace
    on: [refund]
    when:
      within: { of: charge.at, upTo: { constant: graceDays }, unit: calendarDay }
    certainty: may
    outcome:
      refund: { components: all, amount: full, method: original, executor: us }
    text: { en: We looked at it again as a gesture of goodwill. }
    textNot: { en: Goodwill reaches only a few days beyond. }
`;

/**
 * The text a new document starts from. Goodwill carries no test: it speaks only beside a document that refuses, and
 * which one that is nobody knows here.
 */
export const starterSource = (starter: Starter, start: Start): string =>
  starter === 'company' ? head(start, starter) + COMPANY + tests(start) : head(start, starter) + GOODWILL;
