import { Tag } from './chip.tsx';
import { Heading } from './heading.tsx';
import { Icon } from './icons.tsx';
import { type Content, classNames, type HeadingLevel } from './markup.ts';
import { Picture, type PictureProps } from './picture.tsx';

/** One typed step of a guide. */
export interface Step {
  readonly title: string;
  readonly body?: Content;
  readonly optional?: boolean | undefined;
  /** What the reader sees when it worked. */
  readonly expected?: Content;
  readonly picture?: PictureProps | undefined;
  readonly id?: string | undefined;
  /** Anything below the step: "did this work?", a report link. */
  readonly after?: Content;
}

export interface StepsLabels {
  /** "Optional" */
  readonly optional: string;
  /** "You should see" */
  readonly expected: string;
}

interface StepsProps {
  readonly steps: readonly Step[];
  readonly labels: StepsLabels;
  readonly level?: HeadingLevel | undefined;
}

const StepRow = ({ step, labels, level }: { readonly step: Step } & Omit<StepsProps, 'steps'>) => (
  <li class={classNames('step', step.optional && 'step-optional')} id={step.id}>
    <div class="step-body">
      <div class="step-head">
        <Heading level={level}>{step.title}</Heading>
        {step.optional ? <Tag>{labels.optional}</Tag> : null}
      </div>
      {step.body ? <div class="prose">{step.body}</div> : null}
      {step.picture ? <Picture {...step.picture} /> : null}
      {step.expected ? (
        <div class="expected">
          <Icon name="check" size="small" />
          <div>
            <strong>{labels.expected}:</strong> {step.expected}
          </div>
        </div>
      ) : null}
      {step.after}
    </div>
  </li>
);

/** Numbered steps; the numbers come from the list, so assistive technology counts them too. */
export const Steps = ({ steps, labels, level = 3 }: StepsProps) => (
  <ol class="steps">
    {steps.map((step) => (
      <StepRow step={step} labels={labels} level={level} />
    ))}
  </ol>
);
