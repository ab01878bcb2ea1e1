import type { Content } from './markup.ts';

/** done: kept; now: waiting for it; later: not begun; late: the promised time has passed. */
export type PromiseState = 'done' | 'now' | 'later' | 'late';

export interface PromiseStep {
  readonly title: string;
  readonly state: PromiseState;
  /** By when, or when it happened. */
  readonly when: Content;
  /** Who it waits for. */
  readonly who?: Content;
}

/** The state in words: "done", "now", "to come", "late". */
export type PromiseLabels = Readonly<Record<PromiseState, string>>;

const shownStates: ReadonlySet<PromiseState> = new Set(['late']);

/** Received, decided, sent, arrives: with dates, and a breach shown honestly. */
export const PromiseTrack = ({
  steps,
  labels,
}: {
  readonly steps: readonly PromiseStep[];
  readonly labels: PromiseLabels;
}) => (
  <div class="track-box">
    <ol class="track">
      {steps.map((step) => (
        <li class={`track-${step.state}`} aria-current={step.state === 'now' ? 'step' : undefined}>
          <b>{step.title}</b>
          <span class={shownStates.has(step.state) ? 'track-state' : 'visually-hidden'}>{labels[step.state]}: </span>
          {step.when}
          {step.who ? <span class="soft"> {step.who}</span> : null}
        </li>
      ))}
    </ol>
  </div>
);
