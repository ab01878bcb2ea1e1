import { Tag } from './chip.tsx';
import { type Content, type Link, safeHref } from './markup.ts';
import { type PromiseLabels, type PromiseStep, PromiseTrack } from './promise-track.tsx';
import { type Answer, StatusSign } from './status.tsx';

/** One clause of the policy as it was read. */
export interface Clause {
  readonly answer: Answer;
  /** What the sign says, where the usual word for the answer does not. */
  readonly word?: string | undefined;
  readonly title: string;
  /** The facts used and where they came from. */
  readonly facts?: Content;
  /** Number of the clause, leading to the policy. */
  readonly clause?: Link | undefined;
}

/** Where a decision comes from: a policy or a law, and who wrote it down when. */
export interface SheetSource {
  /** The document, by its title. */
  readonly document: Link;
  /** "version 1, in force since 1 January 2024" */
  readonly standing: string;
  readonly origins: readonly {
    readonly name: string;
    /** Language of the name, where it is not the page's. */
    readonly lang?: string | undefined;
    readonly href?: string | undefined;
    /** "read on 22 November 2026" */
    readonly read?: string | undefined;
    /** "checked at the source" or "second-hand" */
    readonly check: string;
    readonly checked: boolean;
  }[];
}

export interface DecisionLabels {
  /** "met", "not met", "not known yet" */
  readonly answers: Readonly<Record<Answer, string>>;
  /** "Why": names what follows the outcome, for those who go from heading to heading. */
  readonly why?: string | undefined;
  /** "What would change it" */
  readonly change: string;
  /** "What also happens" */
  readonly effects: string;
  /** "What we promise" */
  readonly promises: string;
  /** "Where this comes from" */
  readonly sources?: string | undefined;
  /** "If it is refused" */
  readonly appeal?: string | undefined;
  /** "6 clauses that do not decide this" */
  readonly others?: string | undefined;
  readonly track: PromiseLabels;
}

export interface DecisionSheetProps {
  /** The outcome as a sentence. */
  readonly outcome: string;
  readonly kicker?: Content;
  /** The page is about this alone: the outcome is its title. */
  readonly asTitle?: boolean | undefined;
  /** When and how. */
  readonly how?: Content;
  /** "Last day to ask: 22 November 2026" */
  readonly lastDay?: string | null | undefined;
  readonly clauses: readonly Clause[];
  /** Clauses that play no part, folded away. */
  readonly others?: readonly Clause[] | undefined;
  readonly changes?: readonly Content[] | undefined;
  readonly effects?: readonly Content[] | undefined;
  readonly promises?: readonly PromiseStep[] | undefined;
  readonly appeal?: readonly Content[] | undefined;
  readonly sources?: readonly SheetSource[] | undefined;
  /** Whose reading this is. */
  readonly foot?: Content;
  readonly labels: DecisionLabels;
}

const ClauseRow = ({ clause, labels }: { readonly clause: Clause; readonly labels: DecisionLabels }) => (
  <li class="clause">
    <StatusSign state={clause.answer} word={clause.word ?? labels.answers[clause.answer]} hideWord />
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

const Clauses = ({ clauses, labels }: { readonly clauses: readonly Clause[]; readonly labels: DecisionLabels }) => (
  <ol class="clauses">
    {clauses.map((clause) => (
      <ClauseRow clause={clause} labels={labels} />
    ))}
  </ol>
);

const Source = ({ source }: { readonly source: SheetSource }) => (
  <li>
    <a href={source.document.href}>{source.document.label}</a>, {source.standing}
    <ul>
      {source.origins.map((origin) => {
        const href = safeHref(origin.href);
        return (
          <li>
            <span lang={origin.lang}>{href ? <a href={href}>{origin.name}</a> : origin.name}</span>
            {origin.read ? `, ${origin.read}` : null}
            <Tag tone={origin.checked ? 'yes' : 'ask'}>{origin.check}</Tag>
          </li>
        );
      })}
    </ul>
  </li>
);

const Head = ({ outcome, kicker, asTitle, how, lastDay }: Omit<DecisionSheetProps, 'clauses' | 'labels'>) => (
  <header class="sheet-head">
    {kicker ? <p class="kicker">{kicker}</p> : null}
    {asTitle ? <h1 class="sheet-outcome">{outcome}</h1> : <h2 class="sheet-outcome">{outcome}</h2>}
    {how ? <div class="sheet-how">{how}</div> : null}
    {lastDay ? <p class="sheet-last">{lastDay}</p> : null}
  </header>
);

/** A decision that explains itself; the same sheet for customer, agent, appeal and print. */
export const DecisionSheet = ({ labels, ...decision }: DecisionSheetProps) => (
  <article class="sheet">
    <Head {...decision} />
    {decision.asTitle ? <h2 class="visually-hidden">{labels.why}</h2> : null}
    <Clauses clauses={decision.clauses} labels={labels} />
    {decision.others?.length ? (
      <details class="sheet-others">
        <summary>{labels.others}</summary>
        <Clauses clauses={decision.others} labels={labels} />
      </details>
    ) : null}
    {decision.changes?.length ? <SheetList look="sheet-change" title={labels.change} items={decision.changes} /> : null}
    {decision.effects?.length ? <SheetList look="sheet-note" title={labels.effects} items={decision.effects} /> : null}
    {decision.promises?.length ? (
      <section class="sheet-promises">
        <h3>{labels.promises}</h3>
        <PromiseTrack steps={decision.promises} labels={labels.track} />
      </section>
    ) : null}
    {decision.appeal?.length && labels.appeal ? (
      <SheetList look="sheet-change" title={labels.appeal} items={decision.appeal} />
    ) : null}
    {decision.sources?.length ? (
      <section class="sheet-sources">
        <h3>{labels.sources}</h3>
        <ul>
          {decision.sources.map((source) => (
            <Source source={source} />
          ))}
        </ul>
      </section>
    ) : null}
    {decision.foot ? <p class="sheet-foot">{decision.foot}</p> : null}
  </article>
);
