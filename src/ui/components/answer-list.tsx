import type { Content } from './markup.ts';

/** One answer given earlier. */
export interface AnswerItem {
  /** What was asked for: "Country". */
  readonly label: string;
  readonly value: Content;
  /** Where it can be changed. */
  readonly href: string;
  /** The question on this page: marked, and without a link. */
  readonly current?: boolean | undefined;
}

interface AnswerListProps {
  readonly title: string;
  readonly items: readonly AnswerItem[];
  /** "Change" */
  readonly change: string;
}

/** Answers so far, each one click away from being changed. */
export const AnswerList = ({ title, items, change }: AnswerListProps) => (
  <section class="answers" aria-labelledby="answers-title">
    <h2 id="answers-title">{title}</h2>
    <dl>
      {items.map((item) => (
        <div aria-current={item.current ? 'true' : undefined}>
          <dt>{item.label}</dt>
          <dd>{item.value}</dd>
          {item.current ? null : (
            <dd class="answers-change no-print">
              <a href={item.href}>
                {change}
                <span class="visually-hidden">: {item.label}</span>
              </a>
            </dd>
          )}
        </div>
      ))}
    </dl>
  </section>
);
