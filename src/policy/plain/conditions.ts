import type { Condition, CountTest, FactTest } from '../model/conditions.ts';
import { listOf, sentence, type Voice } from './voice.ts';
import { windowText } from './windows.ts';

/** What has to hold, in words: one line, or a heading with the lines below it. */
export interface PlainCondition {
  readonly text: string;
  readonly parts: readonly PlainCondition[];
}

/** Conditions may name each other; a document that nests them deeper than this was refused. */
const MAX_DEPTH = 12;

const ORDERS = ['lt', 'lte', 'gt', 'gte'] as const;
/** What stands when the comparison does not hold. */
const REVERSED = { lt: 'gte', lte: 'gt', gt: 'lte', gte: 'lt' } as const;
/** Orders of dates are said otherwise than those of numbers. */
const DATED = { lt: 'before', lte: 'until', gt: 'after', gte: 'since' } as const;

const isDate = (value: unknown): boolean => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}/.test(value);

/** `item` is the entry of the list that is counted. */
const pathOf = (path: string, list: string | null): string =>
  list !== null && (path === 'item' || path.startsWith('item.')) ? `${list}${path.slice('item'.length)}` : path;

function ordersOf(test: FactTest, path: string, negated: boolean, voice: Voice): string[] {
  return ORDERS.flatMap((order) => {
    const operand = test[order];
    if (operand === undefined) return [];
    const said = negated ? REVERSED[order] : order;
    const constant =
      typeof operand === 'object' && 'constant' in operand ? voice.define.constants?.[operand.constant] : operand;
    return [voice.speaker.say(`is.${isDate(constant) ? DATED[said] : said}`, { value: voice.operand(path, operand) })];
  });
}

function valuesOf(test: FactTest, path: string, negated: boolean, voice: Voice): string[] {
  const { speaker } = voice;
  const no = negated ? 'not' : 'is';
  const equal = (value: string): string => speaker.say(`${no}.eq`, { value });
  const [low, high] = test.between ?? [];
  return [
    ...(test.known === undefined ? [] : [speaker.say(`${test.known === negated ? 'not' : 'is'}.known`)]),
    ...(test.exists === undefined ? [] : [speaker.say(`${test.exists === negated ? 'not' : 'is'}.exists`)]),
    ...(test.eq === undefined
      ? []
      : [
          typeof test.eq === 'boolean'
            ? speaker.values.fact(path, test.eq !== negated)
            : equal(voice.operand(path, test.eq)),
        ]),
    ...(test.in === undefined
      ? []
      : [
          equal(
            speaker.values.list(
              listOf(test.in, voice.define).map((each) => speaker.values.fact(path, each)),
              'or',
            ),
          ),
        ]),
    ...ordersOf(test, path, negated, voice),
    ...(low === undefined || high === undefined
      ? []
      : [
          voice.say(negated ? 'outside' : 'between', {
            low: voice.operand(path, low),
            high: voice.operand(path, high),
          }),
        ]),
  ];
}

const line = (text: string, voice: Voice, parts: readonly PlainCondition[] = []): PlainCondition => ({
  text: sentence(text, voice.locale),
  parts,
});

function factText(test: FactTest, list: string | null, negated: boolean, voice: Voice): PlainCondition {
  const path = pathOf(test.fact, list);
  const value = voice.speaker.values.list(valuesOf(test, path, negated, voice), 'and');
  return line(voice.say('fact', { fact: voice.speaker.labels.fact(path), value }), voice);
}

function countText(test: CountTest, negated: boolean, voice: Voice, depth: number): PlainCondition {
  const { over, where, within, ...comparison } = test;
  const values = valuesOf({ fact: over, ...comparison }, over, negated, voice);
  const count = voice.speaker.values.list(values, 'and');
  const said = { list: voice.speaker.labels.fact(over), fact: voice.speaker.labels.fact(over), count, value: count };
  const event = within?.event;
  const parts = [
    ...(where ? [conditionIn(where, voice, over, depth + 1)] : []),
    ...(within
      ? [
          line(
            windowText({ ...within, ...(typeof event === 'string' ? { event: pathOf(event, over) } : {}) }, voice),
            voice,
          ),
        ]
      : []),
  ];
  return line(voice.say(parts.length > 0 ? 'countEach' : 'fact', said), voice, parts);
}

function groupText(id: string, members: readonly Condition[], voice: Voice, list: string | null, depth: number) {
  const text = sentence(voice.say(id), voice.locale);
  const parts = members.map((member) => conditionIn(member, voice, list, depth + 1));
  // All of these, one of which is "all of these", are simply all of them; and so for any.
  const flat =
    id === 'all' || id === 'any' ? parts.flatMap((part) => (part.text === text ? part.parts : [part])) : parts;
  return { text, parts: flat };
}

function negatedText(condition: Condition, voice: Voice, list: string | null, depth: number): PlainCondition {
  if ('not' in condition) return conditionIn(condition.not, voice, list, depth + 1);
  if ('all' in condition) return groupText('notAll', condition.all, voice, list, depth);
  if ('any' in condition) return groupText('none', condition.any, voice, list, depth);
  if ('condition' in condition) {
    const named = voice.define.conditions?.[condition.condition];
    return named ? negatedText(named, voice, list, depth + 1) : line(condition.condition, voice);
  }
  if ('count' in condition) return countText(condition.count, true, voice, depth);
  return 'fact' in condition && Object.keys(condition).length === 2
    ? factText(condition, list, true, voice)
    : groupText('not', [condition], voice, list, depth);
}

function conditionIn(condition: Condition, voice: Voice, list: string | null, depth: number): PlainCondition {
  if (depth > MAX_DEPTH) return line('…', voice);
  if ('not' in condition) return negatedText(condition.not, voice, list, depth);
  if ('all' in condition) return groupText('all', condition.all, voice, list, depth);
  if ('any' in condition) return groupText('any', condition.any, voice, list, depth);
  if ('condition' in condition) {
    const named = voice.define.conditions?.[condition.condition];
    return named ? conditionIn(named, voice, list, depth + 1) : line(condition.condition, voice);
  }
  if ('count' in condition) return countText(condition.count, false, voice, depth);
  return 'within' in condition
    ? line(windowText(condition.within, voice), voice)
    : factText(condition, list, false, voice);
}

/** A condition told as people would say it. */
export const conditionText = (condition: Condition, voice: Voice): PlainCondition =>
  conditionIn(condition, voice, null, 0);
