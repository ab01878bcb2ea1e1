import { outcomeKind } from '../compile/rule.ts';
import { labelsFor } from '../explain/labels.ts';
import { patternProblem } from '../explain/patterns.ts';
import { ASKS } from '../explain/words/asks.ts';
import { FACT_LABELS } from '../explain/words/facts.ts';
import { WORD_LABELS } from '../explain/words/words.ts';
import type { PolicyDocument, Rule, Texts } from '../model/document.ts';
import { type Placed, type Report, rulesOf } from './finding.ts';

const pays = ({ outcome }: Rule): boolean => outcome?.refund !== undefined || outcome?.credit !== undefined;

type Locales = NonNullable<PolicyDocument['locales']>;

const missingIn = (texts: Texts | undefined, locales: Locales): readonly string[] =>
  locales.filter((locale) => texts?.[locale] === undefined);

/** Texts of rules in every published language, readable, and asking only for what is filled in. */
export function lintTexts(document: PolicyDocument, report: Report): void {
  const { locales } = document;
  if (locales === undefined) {
    report(
      'info',
      'noLocales',
      [],
      'names no locales, so nobody checks that its rules have texts; add locales: [en] or more',
    );
  }
  for (const placed of rulesOf(document)) {
    if (locales) lintPresence(placed, locales, report);
    for (const name of ['text', 'textNot'] as const) {
      for (const [locale, pattern] of Object.entries(placed.rule[name] ?? {})) {
        const problem = patternProblem(pattern);
        if (problem)
          report(
            'error',
            'textPattern',
            [...placed.path, name, locale],
            `the ${locale} text cannot be filled in: ${problem}`,
          );
      }
    }
  }
}

function lintPresence({ rule, part, path }: Placed, locales: Locales, report: Report): void {
  // A rule that only lifts another decides nothing, so nobody hears of it.
  const silent = outcomeKind(rule.outcome) === 'lift';
  const text = silent ? [] : missingIn(rule.text, locales);
  if (text.length > 0) report('error', 'textMissing', path, `the rule ${rule.id} has no text in ${text.join(', ')}`);
  const not = part === 'rules' && pays(rule) ? missingIn(rule.textNot, locales) : [];
  if (not.length > 0) {
    report(
      'warning',
      'textNotMissing',
      path,
      `the rule ${rule.id} pays, and has no textNot in ${not.join(', ')} for those it does not pay`,
    );
  }
}

/** Own facts people are asked for, and the papers they are asked to send, need names in every published language. */
export function lintLabels(document: PolicyDocument, report: Report): void {
  const { locales = [] } = document;
  for (const [name, fact] of Object.entries(document.facts ?? {})) {
    const asked = fact.answerer === 'customer' || fact.answerer === 'agent';
    const known = ASKS.has(`own.${name}`) && FACT_LABELS.has(`own.${name}`);
    const missing = known ? [] : missingIn(fact.ask, locales);
    if (asked && missing.length > 0) {
      report(
        'warning',
        'questionMissing',
        ['facts', name],
        `own.${name} is asked for, and has no question (ask) in ${missing.join(', ')}`,
      );
    }
  }
  const named = (word: string): boolean =>
    WORD_LABELS.has(`evidence.${word}`) ||
    [`evidence.${word}`, word].some((key) => missingIn(document.labels?.[key], locales).length === 0);
  for (const { rule, path } of rulesOf(document)) {
    const { allOf = [], anyOf = [] } = rule.evidence ?? {};
    for (const type of [...allOf, ...anyOf].filter((each) => locales.length > 0 && !named(each))) {
      const shown = labelsFor('en', { documents: [{ source: document }] }).word('evidence', type);
      report(
        'info',
        'labelMissing',
        [...path, 'evidence'],
        `customers read “${shown}”; give ${type} a name under labels`,
      );
    }
  }
}
