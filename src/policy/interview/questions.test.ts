import { expect, test } from 'vitest';
import { LOCALES } from '#lib/locales.ts';
import { Temporal } from '#lib/time.ts';
import { withFact } from '../check/merge.ts';
import { compilePolicies } from '../compile/policies.ts';
import type { PolicyDocument } from '../model/document.ts';
import { readFacts } from '../reading/facts.ts';
import { isPolicy, shippedDocuments } from '../testing/shipped.ts';
import { nextQuestion, type Question } from './interview.ts';
import { answerText, questionFor } from './questions.ts';

const AS_OF = Temporal.Instant.from('2026-11-20T12:00:00Z');
const documents = shippedDocuments();
const brands = documents.filter(
  (document): document is PolicyDocument => isPolicy(document) && document.layer === 'company',
);

/** Every question an interview about a brand's refund asks when each is answered with its last suggestion. */
function questionsOf(document: PolicyDocument): readonly Question[] {
  const policies = compilePolicies([document]);
  let given: Readonly<Record<string, unknown>> = {
    answerers: { '': 'customer' },
    brand: document.scope.brand?.in?.[0],
    request: { kind: 'refund', at: '2026-11-20T10:00:00Z', about: ['c1'] },
    charges: [{ id: 'c1', currency: 'EUR', alreadyRefunded: 0, components: [{ kind: 'fee', amount: 8999 }] }],
  };
  const asked: Question[] = [];
  for (;;) {
    const read = readFacts(given, policies.vocabulary);
    if ('problems' in read) throw new Error(JSON.stringify(read.problems));
    const question = nextQuestion(policies, read.facts, AS_OF, ['customer']);
    if (question === null || asked.some(({ path }) => path === question.path)) return asked;
    asked.push(question);
    const [answer = null] = question.suggestions;
    given = withFact(given, question.path, answer);
  }
}

test.each(brands.map((document) => [document.id, document] as const))(
  '%s asks in whole sentences of four languages, with answers to choose',
  (_id, document) => {
    const asked = questionsOf(document);
    expect(asked.length).toBeGreaterThan(0);
    for (const question of asked) {
      for (const locale of LOCALES) {
        const { text, options, kind } = questionFor(question, locale, compilePolicies([document]));
        expect(text).toMatch(/[?.]$/);
        expect(text).not.toMatch(/[a-z]\[|[{}]|\b[a-z]+[A-Z]/);
        if (kind === 'choice') expect(options.length).toBeGreaterThan(1);
        expect(
          options.filter(({ label }) => /\b[a-z]+[A-Z]/.test(label) && !/App Store|Google Play/.test(label)),
        ).toEqual([]);
      }
    }
  },
);

test('what kind of field takes the answer follows from the type of the fact', () => {
  const of = (path: string, type: Question['type'], words: readonly string[] | null = null) =>
    questionFor({ path, type, words }, 'en').kind;
  expect(of('charges[c1].at', 'moment')).toBe('date');
  expect(of('usage[minutes].value', 'number')).toBe('number');
  expect(of('charge.amount', 'money')).toBe('money');
  expect(of('contract.consumer', 'flag')).toBe('flag');
  expect(of('contract.periodKind', 'word', ['initial', 'renewal'])).toBe('choice');
  expect(of('request.explanation', 'text')).toBe('text');
  expect(of('contract.term', 'word')).toBe('text');
});

test('yes and no, and closed words, are offered in the reader’s language', () => {
  const yes = questionFor({ path: 'contract.consumer', type: 'flag', words: null }, 'de');
  expect(yes).toEqual({
    text: 'Haben Sie es als Privatperson gekauft?',
    help: 'Nicht für ein Unternehmen, Gewerbe oder einen Beruf.',
    kind: 'flag',
    options: [
      { value: 'true', label: 'Ja' },
      { value: 'false', label: 'Nein' },
    ],
  });
  const period = questionFor({ path: 'contract.periodKind', type: 'word', words: ['initial', 'renewal'] }, 'fr');
  expect(period.options.map(({ label }) => label)).toEqual(['Premier paiement', 'Renouvellement']);
});

test('a document’s own question, help and answers are used, and an answer is repeated in words', () => {
  const [document] = brands;
  if (!document) throw new Error('no brand');
  const source: PolicyDocument = {
    ...document,
    facts: {
      fare: {
        type: 'word',
        answerer: 'customer',
        words: ['basic', 'flexible'],
        ask: { en: 'Which fare did you book?' },
        help: { en: 'It stands on the ticket.' },
      },
    },
    labels: { basic: { en: 'Basic fare' } },
  };
  const labelled = { documents: [{ source }] };
  const question = questionFor({ path: 'own.fare', type: 'word', words: ['basic', 'flexible'] }, 'en', labelled);
  expect(question).toMatchObject({ text: 'Which fare did you book?', help: 'It stands on the ticket.' });
  expect(question.options).toEqual([
    { value: 'basic', label: 'Basic fare' },
    { value: 'flexible', label: 'Flexible' },
  ]);
  expect(answerText('own.fare', 'basic', 'en', 'UTC', labelled)).toBe('Basic fare');
  expect(answerText('charges[c1].at', '2026-11-03T23:30:00Z', 'de', 'Europe/Berlin')).toBe('4. November 2026 um 00:30');
});
