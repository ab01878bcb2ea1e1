import { Button } from './button.tsx';
import { type Choice, RadioGroup } from './choice-field.tsx';
import { FormActions, HiddenFields } from './form.tsx';
import { Icon } from './icons.tsx';
import type { Content } from './markup.ts';
import { TextArea } from './text-field.tsx';

export interface HelpfulLabels {
  /** "Was this helpful?" */
  readonly question: string;
  readonly yes: string;
  readonly needsWork: string;
  /** "What was the trouble?" */
  readonly reason: string;
  /** "Anything else?" */
  readonly comment: string;
  readonly optional: string;
  readonly send: string;
}

interface HelpfulQuestionProps {
  readonly action: string;
  readonly labels: HelpfulLabels;
  readonly reasons: readonly Choice[];
  readonly hidden?: Readonly<Record<string, string>> | undefined;
}

/**
 * Asks once, without script: "yes" sends `helpful=yes`; "needs work" opens a second form that sends `helpful=no`, `reason`
 * and `comment`.
 */
export const HelpfulQuestion = ({ action, labels, reasons, hidden }: HelpfulQuestionProps) => (
  <section class="helpful" aria-labelledby="helpful-title" id="helpful">
    <h2 id="helpful-title">{labels.question}</h2>
    <div class="answers">
      <form method="post" action={action}>
        <HiddenFields values={hidden} />
        <Button variant="plain" icon="check" name="helpful" value="yes">
          {labels.yes}
        </Button>
      </form>
      <details>
        <summary class="btn btn-plain">
          <Icon name="edit" size="small" />
          {labels.needsWork}
        </summary>
        <form class="form" method="post" action={action}>
          <HiddenFields values={{ ...hidden, helpful: 'no' }} />
          <RadioGroup name="reason" label={labels.reason} options={reasons} />
          <TextArea name="comment" label={labels.comment} optional={labels.optional} rows={3} maxlength={2000} />
          <FormActions>
            <Button>{labels.send}</Button>
          </FormActions>
        </form>
      </details>
    </div>
  </section>
);

/** Thanks, and what comes next. */
export const HelpfulThanks = ({ title, children }: { readonly title: string; readonly children?: Content }) => (
  <section class="helpful" id="helpful-thanks" role="status">
    <h2>{title}</h2>
    {children ? <div class="stack">{children}</div> : null}
  </section>
);
