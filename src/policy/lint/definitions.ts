import { outcomeKind } from '../compile/rule.ts';
import { oppose } from '../decide/effects.ts';
import type { Effect, PolicyDocument } from '../model/document.ts';
import type { OUTCOME_KINDS } from '../model/outcomes.ts';
import { type Report, rulesOf } from './finding.ts';

const KINDS = {
  conditions: 'condition',
  formulas: 'formula',
  lists: 'list',
  constants: 'constant',
  tables: 'table',
} as const;

/** Every name a document refers to, as `constant:days`, and every path it reads. */
function referencesIn(node: unknown, found: Set<string>): Set<string> {
  if (Array.isArray(node)) for (const each of node) referencesIn(each, found);
  else if (typeof node === 'object' && node !== null) {
    for (const [key, each] of Object.entries(node)) {
      if (typeof each === 'string') found.add(`${key}:${each}`).add(each);
      else referencesIn(each, found);
    }
  } else if (typeof node === 'string') found.add(node);
  return found;
}

/** Definitions and facts nothing refers to, and effects that can never apply. */
export function lintDefinitions(document: PolicyDocument, report: Report): void {
  const { tests: _tests, facts = {}, labels: _labels, ...body } = document;
  const used = referencesIn(body, new Set());
  for (const [group, kind] of Object.entries(KINDS)) {
    for (const name of Object.keys(document.define?.[group as keyof typeof KINDS] ?? {})) {
      if (!used.has(`${kind}:${name}`)) {
        report('warning', 'unusedDefinition', ['define', group, name], `nothing uses the ${kind} ${name}`);
      }
    }
  }
  for (const name of Object.keys(facts)) {
    if (!used.has(`own.${name}`)) report('warning', 'unusedFact', ['facts', name], `no rule reads own.${name}`);
  }
  lintEffects(document, report);
}

/** Outcomes beside which nothing is carried out. */
const WITHOUT_EFFECTS: readonly string[] = ['noEntitlement', 'lift'] satisfies (typeof OUTCOME_KINDS)[number][];

function lintEffects(document: PolicyDocument, report: Report): void {
  for (const { rule, path } of rulesOf(document)) {
    const effects = rule.effects ?? [];
    const kind = outcomeKind(rule.outcome);
    if (effects.length > 0 && WITHOUT_EFFECTS.includes(kind)) {
      report(
        'warning',
        'effectsNever',
        [...path, 'effects'],
        `the effects of ${rule.id} never apply: its outcome is ${kind}`,
      );
    }
    if (rule.evidence && WITHOUT_EFFECTS.includes(kind)) {
      report(
        'info',
        'evidenceNever',
        [...path, 'evidence'],
        `the evidence of ${rule.id} is never asked for by itself: its outcome is ${kind}`,
      );
    }
    const pair = opposedIn(effects);
    if (pair)
      report(
        'error',
        'effectsOppose',
        [...path, 'effects'],
        `${pair[0].do} and ${pair[1].do} cannot both be carried out`,
      );
  }
}

function opposedIn(effects: readonly Effect[]): readonly [Effect, Effect] | null {
  for (const a of effects) for (const b of effects) if (oppose(a, b)) return [a, b];
  return null;
}
