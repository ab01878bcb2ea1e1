import type { Desk } from '#domains/people/index.ts';
import { type DecisionKind, type Labels, labelsFor, type Money, type Policies, valuesFor } from '#policy/index.ts';
import type { Outcome } from '../golden-cases/golden-case.ts';

/** How the desk writes what documents name, in the language of the person at it. */
export interface PolicyWords {
  readonly labels: Labels;
  money(amount: Money): string;
  /** A change of money with its sign; several currencies below each other are the page's business. */
  change(amount: Money): string;
  kind(kind: DecisionKind): string;
  outcome(outcome: Outcome): string;
}

/** Names and figures as `desk`'s reader expects them; documents bring names of their own. */
export function policyWords(desk: Desk, documents?: Policies): PolicyWords {
  const { t, locale, list } = desk.reader;
  const labels = documents ? labelsFor(locale, documents) : labelsFor(locale);
  const values = valuesFor(labels, 'UTC');
  const change = ({ minor, unit }: Money): string =>
    minor > 0 ? `+${values.money({ minor, unit })}` : values.money({ minor, unit }).replace(/^-/, '−');
  const kind = (each: DecisionKind): string => t(`workbench.kind.${each}`);
  return {
    labels,
    money: values.money,
    change,
    kind,
    outcome: ({ kind: each, amounts, fees, reason }) =>
      `${list([kind(each), ...amounts.map(values.money), ...fees.map(values.money)])}${reason ? ` (${reason})` : ''}`,
  };
}
