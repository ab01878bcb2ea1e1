import { canonicalText } from '../model/canonical.ts';
import type { Condition, Otherwise, PolicyDocument, Rule } from '../model/document.ts';
import {
  anchorWords,
  conditionWords,
  effectWords,
  formulaWords,
  outcomeWords,
  partsOf,
  spanWords,
  valueWords,
} from './in-words.ts';

/** One thing that differs between two versions, in plain words. */
export interface Difference {
  readonly change: 'added' | 'removed' | 'changed';
  /** What kind of thing: constant, list, table, condition, formula, fact, rule, window, head … */
  readonly about: string;
  /** Its name: of the constant, the id of the rule. */
  readonly name: string;
  readonly text: string;
}

const same = (a: unknown, b: unknown): boolean => canonicalText(a ?? null) === canonicalText(b ?? null);

/** Everything that differs, head first, then definitions, then rules in the order of the later document. */
export function documentDifferences(before: PolicyDocument, after: PolicyDocument): readonly Difference[] {
  return [
    ...headDifferences(before, after),
    ...definitionDifferences(before, after),
    ...ruleDifferences(before, after),
  ];
}

const HEAD = [
  'id',
  'version',
  'layer',
  'status',
  'scope',
  'effective',
  'supersedes',
  'replaces',
  'zone',
  'locales',
  'dayCount',
  'appeal',
] as const;

function headDifferences(before: PolicyDocument, after: PolicyDocument): readonly Difference[] {
  return HEAD.flatMap((name) =>
    same(before[name], after[name])
      ? []
      : [changed('head', name, `${name}: ${shown(before[name])} → ${shown(after[name])}`)],
  );
}

const shown = (value: unknown): string => (value === undefined ? 'nothing' : valueWords(value));

const changed = (about: string, name: string, text: string): Difference => ({ change: 'changed', about, name, text });

/** Things by name: added, removed, or told in words how they differ. */
function byName<T>(
  about: string,
  before: Readonly<Record<string, T>> = {},
  after: Readonly<Record<string, T>> = {},
  words: (value: T) => string = valueWords,
): readonly Difference[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((name): Difference[] => {
    const [old, now] = [before[name], after[name]];
    if (same(old, now)) return [];
    if (old === undefined && now !== undefined)
      return [{ change: 'added', about, name, text: `${about} ${name}: ${words(now)}` }];
    if (now === undefined && old !== undefined)
      return [{ change: 'removed', about, name, text: `${about} ${name}: ${words(old)}` }];
    return old === undefined || now === undefined
      ? []
      : [changed(about, name, `${about} ${name}: ${words(old)} → ${words(now)}`)];
  });
}

function definitionDifferences(before: PolicyDocument, after: PolicyDocument): readonly Difference[] {
  const [old, now] = [before.define ?? {}, after.define ?? {}];
  return [
    ...byName('constant', old.constants, now.constants),
    ...byName('list', old.lists, now.lists),
    ...byName('table', old.tables, now.tables),
    ...byName('condition', old.conditions, now.conditions, conditionWords),
    ...byName('formula', old.formulas, now.formulas, formulaWords),
    ...byName('fact', before.facts, after.facts),
  ];
}

type AnyRule = Rule | Otherwise;

const rulesOf = ({ gate = [], rules, otherwise = [] }: PolicyDocument): readonly AnyRule[] => [
  ...gate,
  ...rules,
  ...otherwise,
];

const whenOf = (rule: AnyRule): Condition | undefined => ('when' in rule ? rule.when : undefined);

function ruleWords(rule: AnyRule): string {
  const when = whenOf(rule);
  return `${outcomeWords(rule.outcome)}${when ? ` when ${conditionWords(when)}` : ''}`;
}

function ruleDifferences(before: PolicyDocument, after: PolicyDocument): readonly Difference[] {
  const old = new Map(rulesOf(before).map((rule) => [rule.id, rule]));
  const now = new Map(rulesOf(after).map((rule) => [rule.id, rule]));
  const removed = [...old.values()].filter(({ id }) => !now.has(id));
  return [
    ...[...now.values()].flatMap((rule) => {
      const earlier = old.get(rule.id);
      return earlier ? oneRule(earlier, rule) : [ruleItself('added', rule)];
    }),
    ...removed.map((rule) => ruleItself('removed', rule)),
  ];
}

const ruleItself = (change: 'added' | 'removed', rule: AnyRule): Difference => ({
  change,
  about: 'rule',
  name: rule.id,
  text: `rule ${rule.id}: ${ruleWords(rule)}`,
});

function oneRule(before: AnyRule, after: AnyRule): readonly Difference[] {
  const { id } = after;
  const field = (name: keyof AnyRule, words: (value: never) => string = valueWords): readonly Difference[] =>
    same(before[name], after[name])
      ? []
      : [changed('rule', id, `rule ${id}, ${name}: ${told(before[name], words)} → ${told(after[name], words)}`)];
  return [
    ...conditionDifferences(id, whenOf(before), whenOf(after)),
    ...field('outcome', outcomeWords as (value: never) => string),
    ...field('effects', ((effects: NonNullable<Rule['effects']>) => effects.map(effectWords).join(', ')) as never),
    ...field('on'),
    ...field('certainty'),
    ...field('evidence'),
    ...field('group'),
    ...field('reason'),
    ...field('exceptionTo' as keyof AnyRule),
    ...textDifferences(before, after),
  ];
}

const told = (value: unknown, words: (value: never) => string): string =>
  value === undefined ? 'nothing' : words(value as never);

/** Windows around the same anchor are told as one change; other parts as asked no more, or newly asked. */
function conditionDifferences(
  id: string,
  before: Condition | undefined,
  after: Condition | undefined,
): readonly Difference[] {
  const old = partsOf(before).filter((part) => !partsOf(after).some((other) => same(part, other)));
  const now = partsOf(after).filter((part) => !partsOf(before).some((other) => same(part, other)));
  const moved = now.flatMap((part) => {
    const earlier =
      'within' in part ? old.find((other) => 'within' in other && same(other.within.of, part.within.of)) : undefined;
    return earlier && 'within' in earlier && 'within' in part ? [{ earlier, part }] : [];
  });
  const said = new Set<Condition>(moved.flatMap(({ earlier, part }) => [earlier, part]));
  return [
    ...moved.map(({ earlier, part }) =>
      changed(
        'window',
        id,
        `rule ${id}, the window after ${anchorWords(part.within.of)}: ${spanWords(earlier.within)} → ${spanWords(part.within)}`,
      ),
    ),
    ...old
      .filter((part) => !said.has(part))
      .map((part) => changed('rule', id, `rule ${id} no longer asks: ${conditionWords(part)}`)),
    ...now
      .filter((part) => !said.has(part))
      .map((part) => changed('rule', id, `rule ${id} now asks: ${conditionWords(part)}`)),
  ];
}

function textDifferences(before: AnyRule, after: AnyRule): readonly Difference[] {
  return (['text', 'textNot'] as const).flatMap((name) => {
    const [old, now] = [before[name] ?? {}, after[name] ?? {}];
    const locales = (['en', 'ms', 'fr', 'de'] as const).filter((locale) => old[locale] !== now[locale]);
    return locales.length === 0
      ? []
      : [changed('text', after.id, `rule ${after.id}, ${name} reads differently in ${locales.join(', ')}`)];
  });
}
