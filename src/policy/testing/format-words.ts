import { LAYERS, SCOPES, STATUSES } from '../model/document.ts';
import { CREDIT_KINDS, EFFECT_KINDS, OUTCOME_KINDS, PRORATA_BASES } from '../model/outcomes.ts';
import { CHANNELS, COMPONENT_KINDS, EVIDENCE_STATES, FACT_TYPES, OCCASIONS } from '../model/vocabulary.ts';
import { documentSchema } from '../reading/documents.ts';
import { WINDOW_UNITS } from '../time/window.ts';

/** Every key of the schema, wherever it stands. */
function keysIn(node: unknown): readonly string[] {
  if (Array.isArray(node)) return node.flatMap(keysIn);
  if (typeof node !== 'object' || node === null) return [];
  const { properties } = node as { properties?: Readonly<Record<string, unknown>> };
  return [
    ...(properties ? Object.keys(properties) : []),
    ...Object.entries(node).flatMap(([key, each]) => (key === 'examples' ? [] : keysIn(each))),
  ];
}

/** Languages are named by `locales`. */
const NOT_EXPLAINED = ['en', 'ms', 'fr', 'de'];

/** Every word of the format: keys, and the closed sets of values. */
export const FORMAT_WORDS: readonly string[] = [
  ...new Set([
    ...keysIn(documentSchema()),
    ...LAYERS,
    ...STATUSES,
    ...Object.keys(SCOPES),
    ...OUTCOME_KINDS,
    ...EFFECT_KINDS,
    ...CREDIT_KINDS,
    ...PRORATA_BASES,
    ...OCCASIONS,
    ...CHANNELS,
    ...COMPONENT_KINDS,
    ...EVIDENCE_STATES,
    ...FACT_TYPES,
    ...WINDOW_UNITS,
  ]),
].filter((word) => !NOT_EXPLAINED.includes(word));
