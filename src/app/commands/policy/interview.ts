import { createInterface, type Interface } from 'node:readline/promises';
import type { Locale } from '#lib/locales.ts';
import {
  asOfFacts,
  decide,
  explain,
  type Money,
  nextQuestion,
  type Question,
  questionFor,
  readFacts,
  sentencesFor,
  withFact,
} from '#policy/index.ts';
import { UsageError } from '../usage-error.ts';
import { parseArguments } from './arguments.ts';
import { CASE_OPTIONS, policiesFrom, type ReadyCase, readCase, readLocale, zoneOf } from './facts.ts';
import { paintFor, print, printJson } from './paint.ts';

const EVERYBODY = ['customer', 'agent', 'system', 'ledger'] as const;
const MAX_QUESTIONS = 100;

/** Asks what still matters. With --facts it names the next question; at a terminal it goes on until nothing can change. */
export async function policyInterview(args: readonly string[]): Promise<number> {
  const parsed = parseArguments(args, { ...CASE_OPTIONS, '--customer': 'flag' });
  const askable = parsed.has('--customer') ? (['customer'] as const) : EVERYBODY;
  if (parsed.value('--facts') === undefined) {
    if (!process.stdin.isTTY) throw new UsageError('Without --facts the interview needs a terminal.');
    return converse(await emptyCase(parsed), askable);
  }
  const ready = await readCase(parsed);
  const question = nextQuestion(ready.policies, ready.facts, ready.asOf, askable);
  const asked = question && { ...question, asked: questionFor(question, ready.locale, ready.policies) };
  if (parsed.has('--json')) {
    printJson({ question: asked, decision: decide(ready.policies, ready.facts, ready.asOf) });
  } else if (question) printQuestion(question, ready);
  else print(sheetOf(ready).headline);
  return 0;
}

async function emptyCase(parsed: ReturnType<typeof parseArguments>): Promise<ReadyCase> {
  const policies = await policiesFrom(parsed);
  const brand = parsed.value('--brand');
  const given = brand === undefined ? {} : { brand };
  const read = readFacts(given, policies.vocabulary);
  if ('problems' in read) throw new UsageError('No facts.');
  return {
    policies,
    facts: read.facts,
    asOf: asOfFacts(given),
    locale: readLocale(parsed),
    zone: zoneOf(policies, given),
  };
}

const sheetOf = ({ policies, facts, asOf, locale, zone }: ReadyCase) =>
  sentencesFor(explain(policies, facts, asOf), locale, zone, policies);

function printQuestion(
  question: Question,
  { locale, policies }: { locale: Locale; policies: ReadyCase['policies'] },
): void {
  const paint = paintFor(process.stdout);
  const { text, help, options } = questionFor(question, locale, policies);
  print(`${paint.bold(text)} ${paint.dim(question.path)}`);
  if (help !== null) print(paint.dim(help));
  for (const [i, { value, label }] of options.entries()) print(`  ${i + 1}. ${label} ${paint.dim(value)}`);
}

/** Asks at the terminal, one question after the other. */
async function converse(start: ReadyCase, askable: readonly (typeof EVERYBODY)[number][]): Promise<number> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  try {
    let ready = start;
    for (let asked = 0; asked < MAX_QUESTIONS; asked++) {
      const question = nextQuestion(ready.policies, ready.facts, ready.asOf, askable);
      if (question === null) break;
      printQuestion(question, ready);
      ready = await answered(ready, question, terminal);
    }
    print(sheetOf(ready).headline);
    return 0;
  } finally {
    terminal.close();
  }
}

/** Repeats the question until the answer can be read. */
async function answered(ready: ReadyCase, question: Question, terminal: Interface): Promise<ReadyCase> {
  for (;;) {
    const typed = (await terminal.question('> ')).trim();
    const read = readFacts(withAnswer(ready, question, typed), ready.policies.vocabulary);
    if (!('problems' in read)) return { ...ready, facts: read.facts };
    for (const { message } of read.problems) print(message);
  }
}

const CHARGE = 'c1';

/** Without any charge known, the question which one it is about is answered with an amount: `12.99 EUR`. */
function withAnswer({ facts, policies, locale }: ReadyCase, question: Question, typed: string): unknown {
  if (question.path === 'request.about' && facts.charges === undefined) {
    const { minor, unit } = typedMoney(typed);
    const charge = { id: CHARGE, currency: unit, alreadyRefunded: 0, components: [{ kind: 'fee', amount: minor }] };
    return withFact({ ...facts.given, charges: [charge] }, question.path, [CHARGE]);
  }
  return withFact(
    facts.given,
    question.path,
    typedValue(typed, question, questionFor(question, locale, policies).options),
  );
}

const CENTS = 100;

/** `12.99 EUR` in minor units; what cannot be read is left to the reader of facts to refuse. */
function typedMoney(typed: string): Money {
  const [, amount = '', unit = ''] = /^([\d.,]+)\s*(\w+)$/.exec(typed) ?? [];
  return { minor: Math.round(Number(amount.replace(',', '.')) * CENTS), unit: unit.toUpperCase() };
}

/** What was typed as a fact is given: the number of an option, a number, a list, or words; nothing means there is none. */
function typedValue(typed: string, { type }: Question, options: readonly { readonly value: string }[]): unknown {
  const chosen = options[Number(typed) - 1]?.value ?? typed;
  if (typed === '') return null;
  if (type === 'flag') return chosen === 'true' ? true : chosen === 'false' ? false : chosen;
  if (type === 'number') return Number(typed.replace(',', '.'));
  if (type === 'words') return chosen.split(',').map((word) => word.trim());
  if (type === 'money') return typedMoney(typed);
  return chosen;
}
