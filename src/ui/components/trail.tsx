import { Icon } from './icons.tsx';
import type { Content } from './markup.ts';

/** One fact of the trail. */
export interface TrailFact {
  readonly text: Content;
  readonly when?: { readonly words: string; readonly datetime: string } | undefined;
  readonly outcome?: 'good' | 'failed' | undefined;
}

export interface TrailLabels {
  /** "worked" and "did not work", read out with the fact. */
  readonly good: string;
  readonly failed: string;
}

interface TrailProps {
  readonly facts: readonly TrailFact[];
  readonly labels: TrailLabels;
  /** The chain's verdict and short hash: "7 facts", "9f3c…e1a0", "intact". */
  readonly seal?: { readonly words: string; readonly hash: string; readonly intact: boolean } | undefined;
}

const FactRow = ({ fact, labels }: { readonly fact: TrailFact; readonly labels: TrailLabels }) => (
  <li class={fact.outcome ? `trail-${fact.outcome}` : undefined}>
    {fact.text}
    {fact.outcome ? <span class="visually-hidden"> ({labels[fact.outcome]})</span> : null}
    {fact.when ? <time datetime={fact.when.datetime}>{fact.when.words}</time> : null}
  </li>
);

/** What happened, in order, ending in the state of its chain. */
export const Trail = ({ facts, labels, seal }: TrailProps) => (
  <div class="trail">
    <ol>
      {facts.map((fact) => (
        <FactRow fact={fact} labels={labels} />
      ))}
    </ol>
    {seal ? (
      <p class="trail-seal">
        <Icon name={seal.intact ? 'shield' : 'warning'} size="small" />
        <span>{seal.words}</span>
        <code>{seal.hash}</code>
      </p>
    ) : null}
  </div>
);
