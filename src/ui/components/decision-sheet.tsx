import type { Content, Link } from './markup.ts';
import { type PromiseLabels, type PromiseStep, PromiseTrack } from './promise-track.tsx';
import { type Answer, StatusSign } from './status.tsx';

/** One clause of the policy as it was read. */
export interface Clause {
  readonly answer: Answer;
  readonly title: string;
  /** The facts used and where they came from. */
  readonly facts?: Content;
  /** Number of the clause, leading to the policy. */
  readonly clause?: Link | undefined;
}

export interface DecisionLabels {
  /** "met", "not met", "not known yet" */
  readonly answers: Readonly<Record<Answer, string>>;
  /** "What would change it" */
  readonly change: string;
  /** "What also happens" */
  readonly effects: string;
  /** "What we promise" */
  readonly promises: string;
  readonly track: PromiseLabels;
}

export interface DecisionSheetProps {
  /** The outcome as a sentence. */
  readonly outcome: string;
  readonly kicker?: Content;
  /** When and how. */
  readonly how?: Content;
  readonly clauses: readonly Clause[];
  readonly changes?: readonly Content[] | undefined;
  readonly effects?: readonly Content[] | undefined;
  readonly promises?: readonly PromiseStep[] | undefined;
  readonly labels: DecisionLabels;
}

const ClauseRow = ({ clause, labels }: { readonly clause: Clause; readonly labels: DecisionLabels }) => (
  <li class="clause">
    <StatusSign state={clause.answer} word={labels.answers[clause.answer]} hideWord />
    <h3>{clause.title}</h3>
    {clause.clause ? (
      <a class="clause-number" href={clause.clause.href}>
        {clause.clause.label}
      </a>
    ) : null}
    {clause.facts ? <p class="clause-facts">{clause.facts}</p> : null}
  </li>
);

const SheetList = ({
  look,
  title,
  items,
}: {
  readonly look: string;
  readonly title: string;
  readonly items: readonly Content[];
}) => (
  <section class={look}>
    <h3>{title}</h3>
    {items.length === 1 ? (
      <p>{items[0]}</p>
    ) : (
      <ul>
        {items.map((item) => (
          <li>{item}</li>
        ))}
      </ul>
    )}
  </section>
);

/** A decision that explains itself; the same sheet for customer, agent, appeal and print. */
export const DecisionSheet = ({ labels, ...decision }: DecisionSheetProps) => (
  <article class="sheet">
    <header class="sheet-head">
      {decision.kicker ? <p class="kicker">{decision.kicker}</p> : null}
      <h2 class="sheet-outcome">{decision.outcome}</h2>
      {decision.how ? <p>{decision.how}</p> : null}
    </header>
    <ol class="clauses">
      {decision.clauses.map((clause) => (
        <ClauseRow clause={clause} labels={labels} />
      ))}
    </ol>
    {decision.changes?.length ? <SheetList look="sheet-change" title={labels.change} items={decision.changes} /> : null}
    {decision.effects?.length ? <SheetList look="sheet-note" title={labels.effects} items={decision.effects} /> : null}
    {decision.promises?.length ? (
      <section class="sheet-promises">
        <h3>{labels.promises}</h3>
        <PromiseTrack steps={decision.promises} labels={labels.track} />
      </section>
    ) : null}
  </article>
);
