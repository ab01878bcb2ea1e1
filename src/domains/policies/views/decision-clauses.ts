import { type Locale, localized } from '#lib/locales.ts';
import type { Explanation } from '#policy/index.ts';
import {
  capitalised,
  type Labels,
  labelsFor,
  type Policies,
  type PolicyDocument,
  type Texts,
  type Values,
  valuesFor,
} from '#policy/index.ts';
import type { Clause } from '#ui/components/decision-sheet.tsx';
import type { Answer } from '#ui/components/status.tsx';
import type { Translate } from '#ui/reader.ts';

export interface ClauseWords {
  readonly t: Translate;
  readonly locale: Locale;
  readonly zone: string;
  readonly policies: Policies;
  /** Where a clause of a document can be read. */
  readonly hrefOf: (document: string, rule: string) => string;
}

type Rule = Explanation['rules'][number];
type Source = PolicyDocument['rules'][number] | NonNullable<PolicyDocument['otherwise']>[number];

/** How one rule stands in a sheet: shown, or folded away with those that play no part. */
interface Placed {
  readonly clause: Clause;
  readonly matters: boolean;
}

const documentOf = (policies: Policies, { rule, version }: Rule): PolicyDocument | undefined => {
  const id = rule.slice(0, rule.indexOf('/'));
  return policies.documents.find(({ source }) => source.id === id && source.version === version)?.source;
};

const sourceOf = (document: PolicyDocument, name: string): Source | undefined =>
  [...(document.gate ?? []), ...document.rules, ...(document.otherwise ?? [])].find(({ id }) => id === name);

const nameOf = ({ rule }: Rule): string => rule.slice(rule.indexOf('/') + 1);

/** When a request was made stands above the sheet. */
const SAID_ABOVE = 'request.at';

/** The facts one rule read, each with its value and who said it; for an open rule, what is still to be known. */
function factsText(rule: Rule, answer: Answer, words: ClauseWords, labels: Labels, values: Values): string {
  const { t } = words;
  const nameOf = (path: string): string => capitalised(labels.fact(path), words.locale);
  const open = rule.facts.filter(({ known }) => known === 'unknown').map(({ path }) => nameOf(path));
  if (answer === 'ask' && open.length > 0) return t('sheet.fact.open', { facts: values.list(open, 'and') });
  const told = rule.facts.filter(({ path, known }) => path !== SAID_ABOVE && known !== 'unknown');
  return told
    .map(({ path, value, known, source }) => {
      const text = known === 'absent' ? t('sheet.fact.none') : values.fact(path, value);
      const key = source === 'customer' ? 'sheet.fact.told' : 'sheet.fact.assumed';
      return t(key, { fact: nameOf(path), value: text });
    })
    .join(' · ');
}

interface Near {
  /** Rules the one that decided is an exception to: their conditions hold as well. */
  readonly bases: ReadonlySet<string>;
  /** The text of the rule that came closest. */
  readonly nearest: string | undefined;
  /** Whether what was decided is a refusal. */
  readonly refused: boolean;
}

function place(rule: Rule, words: ClauseWords, near: Near): Placed | null {
  const document = documentOf(words.policies, rule);
  const source = document && sourceOf(document, nameOf(rule));
  if (!document || !source) return null;
  const labels = labelsFor(words.locale, words.policies);
  const values = valuesFor(labels, words.zone);
  const holds = rule.decided || near.bases.has(nameOf(rule)) || rule.truth === 'true';
  const answer: Answer = rule.decided && near.refused ? 'no' : holds ? 'yes' : rule.truth === 'false' ? 'no' : 'ask';
  const said: Texts | undefined = answer === 'no' && !rule.decided ? (source.textNot ?? source.text) : source.text;
  const isLast = rule.facts.length === 0 && !rule.decided;
  return {
    clause: {
      answer,
      word: rule.decided && near.refused ? words.t('sheet.answer.against') : undefined,
      title: said ? localized(said, words.locale, 'en') : nameOf(rule),
      facts: factsText(rule, answer, words, labels, values) || undefined,
      clause: { href: words.hrefOf(document.id, nameOf(rule)), label: words.t('sheet.readClause') },
    },
    matters: !isLast && (answer !== 'no' || rule.decided || near.nearest === `${rule.rule}.not`),
  };
}

/** The clauses of a decision: those that matter, first what the one that decided rests on and that one itself. */
export function clausesOf(
  why: Explanation,
  words: ClauseWords,
  refused: boolean,
): { readonly clauses: readonly Clause[]; readonly others: readonly Clause[] } {
  const decided = why.rules.find((rule) => rule.decided);
  const document = decided && documentOf(words.policies, decided);
  const source = decided && document && sourceOf(document, nameOf(decided));
  const bases = new Set(source && 'exceptionTo' in source ? (source.exceptionTo ?? []) : []);
  const near: Near = { bases, nearest: why.becauseNot[0]?.id, refused };
  const based = why.rules.filter((rule) => bases.has(nameOf(rule)));
  const first = decided ? [...based, decided] : based;
  const inOrder = [...first, ...why.rules.filter((rule) => !first.includes(rule))];
  const placed = inOrder.map((rule) => place(rule, words, near)).filter((each) => each !== null);
  return {
    clauses: placed.filter(({ matters }) => matters).map(({ clause }) => clause),
    others: placed.filter(({ matters }) => !matters).map(({ clause }) => clause),
  };
}
