import { Icon, type IconName } from './icons.tsx';
import { classNames } from './markup.ts';

/** The three answers: it holds, it does not, nobody knows yet. */
export type Answer = 'yes' | 'no' | 'ask';

const marks: Readonly<Record<Answer, IconName>> = { yes: 'check', no: 'cross', ask: 'question' };

interface StatusSignProps {
  readonly state: Answer;
  readonly word: string;
  /** The word stands elsewhere on screen and is only read out here. */
  readonly hideWord?: boolean | undefined;
}

/** A sign and a word; the colour only follows. */
export const StatusSign = ({ state, word, hideWord }: StatusSignProps) => (
  <span class={classNames('sign', `sign-${state}`)}>
    <span class="sign-mark">
      <Icon name={marks[state]} />
    </span>
    <span class={hideWord ? 'visually-hidden' : undefined}>{word}</span>
  </span>
);

/** Whether a device works with the service. */
export type SupportLevel = 'supported' | 'limited' | 'unsupported';

const supportAnswers: Readonly<Record<SupportLevel, Answer>> = { supported: 'yes', limited: 'ask', unsupported: 'no' };
const supportMarks: Readonly<Record<SupportLevel, IconName>> = {
  supported: 'check',
  limited: 'warning',
  unsupported: 'cross',
};

interface SupportBadgeProps {
  readonly level: SupportLevel;
  readonly word: string;
  /** Since when, until when, or what is limited. */
  readonly detail?: string | undefined;
}

/** Supported, limited or unsupported, in words. */
export const SupportBadge = ({ level, word, detail }: SupportBadgeProps) => (
  <span>
    <span class={classNames('sign', 'support', `sign-${supportAnswers[level]}`)}>
      <span class="sign-mark">
        <Icon name={supportMarks[level]} />
      </span>
      <span>{word}</span>
    </span>
    {detail ? <span class="support-detail">{detail}</span> : null}
  </span>
);

/** Whether somebody can answer now: `word` says it ("Open now", "Opens Monday, 9:00"). */
export interface Openness {
  readonly open: boolean;
  readonly word: string;
}

/** Open or not, by a full or hollow dot and a word; closed is no fault, so it is not a cross. */
export const OpenSign = ({ open, word }: Openness) => (
  <strong>
    <span class={classNames('dot', open && 'dot-open')} aria-hidden="true" />
    {word}
  </strong>
);
