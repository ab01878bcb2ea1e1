import { Heading } from './heading.tsx';
import { Icon } from './icons.tsx';
import { type Content, classNames, type HeadingLevel, type Link } from './markup.ts';

/** What has to hold: a line, or a line with others below it. */
export interface ClauseCondition {
  readonly text: string;
  readonly parts: readonly ClauseCondition[];
}

export interface ClauseLabels {
  readonly when: string;
  readonly needed: string;
  readonly how: string;
  readonly whom: string;
  readonly words: string;
  readonly holds: string;
  readonly holdsNot: string;
  readonly basis: string;
}

export interface PolicyClauseProps {
  /** Its place on the page, which decisions link to. */
  readonly id: string;
  readonly number: number;
  /** What follows, as one sentence. */
  readonly outcome: string;
  /** What kind of clause it is, where it is not a plain rule. */
  readonly kicker?: Content;
  /** Below another one, which it is an exception to. */
  readonly isNested?: boolean | undefined;
  /** What it comes to, where no condition says so. */
  readonly lead?: string | undefined;
  readonly when?: ClauseCondition | undefined;
  readonly evidence: readonly string[];
  readonly details: readonly string[];
  /** Who or what in which case. */
  readonly choices: readonly { readonly is: string; readonly value: string }[];
  /** What a decision says when it holds, and when it does not. */
  readonly holds?: string | undefined;
  readonly holdsNot?: string | undefined;
  /** The paragraph of a law or contract behind it. */
  readonly basis?: Content;
  /** "Link to clause 3" */
  readonly linkLabel: string;
  readonly level?: HeadingLevel | undefined;
  readonly labels: ClauseLabels;
}

const Conditions = ({ condition }: { readonly condition: ClauseCondition }) => (
  <>
    {condition.text}
    {condition.parts.length === 0 ? null : (
      <ul>
        {condition.parts.map((part) => (
          <li>
            <Conditions condition={part} />
          </li>
        ))}
      </ul>
    )}
  </>
);

const Row = ({ label, children }: { readonly label: string; readonly children: Content }) => (
  <div>
    <dt>{label}</dt>
    <dd>{children}</dd>
  </div>
);

const Lines = ({ lines }: { readonly lines: readonly string[] }) =>
  lines.length === 1 ? (
    <>{lines[0]}</>
  ) : (
    <ul class="rule-lines">
      {lines.map((line) => (
        <li>{line}</li>
      ))}
    </ul>
  );

const Choices = ({ choices }: Pick<PolicyClauseProps, 'choices'>) => (
  <ul class="rule-lines">
    {choices.map(({ is, value }) => (
      <li>
        <span>{is}</span>{' '}
        <span class="rule-choice">
          <Icon name="arrow" size="small" /> {value}
        </span>
      </li>
    ))}
  </ul>
);

const Words = ({ holds, holdsNot, labels }: Pick<PolicyClauseProps, 'holds' | 'holdsNot' | 'labels'>) => (
  <details class="rule-words">
    <summary>{labels.words}</summary>
    <dl>
      {holds === undefined ? null : <Row label={labels.holds}>{holds}</Row>}
      {holdsNot === undefined ? null : <Row label={labels.holdsNot}>{holdsNot}</Row>}
    </dl>
  </details>
);

const Parts = ({ when, evidence, details, choices, basis, labels }: PolicyClauseProps) => (
  <dl class="rule-parts">
    {when ? (
      <Row label={labels.when}>
        <Conditions condition={when} />
      </Row>
    ) : null}
    {evidence.length > 0 ? (
      <Row label={labels.needed}>
        <Lines lines={evidence} />
      </Row>
    ) : null}
    {choices.length > 0 ? (
      <Row label={labels.whom}>
        <Choices choices={choices} />
      </Row>
    ) : null}
    {details.length > 0 ? (
      <Row label={labels.how}>
        <Lines lines={details} />
      </Row>
    ) : null}
    {basis ? <Row label={labels.basis}>{basis}</Row> : null}
  </dl>
);

/** One rule of a policy: what follows, when, what is needed for it, and what happens then. */
export const PolicyClause = (props: PolicyClauseProps) => {
  const { id, number, outcome, kicker, isNested, when, basis } = props;
  const lists = [props.evidence, props.details, props.choices];
  const hasParts = when !== undefined || Boolean(basis) || lists.some(({ length }) => length > 0);
  return (
    <article class={classNames('rule', isNested && 'rule-nested')} id={id}>
      <a class="rule-number" href={`#${id}`} aria-label={props.linkLabel}>
        {number}
      </a>
      <div class="rule-body">
        {kicker ? <p class="rule-kicker">{kicker}</p> : null}
        <Heading level={props.level ?? 4}>{outcome}</Heading>
        {props.lead ? <p>{props.lead}</p> : null}
        {hasParts ? <Parts {...props} /> : null}
        {props.holds !== undefined || props.holdsNot !== undefined ? <Words {...props} /> : null}
      </div>
    </article>
  );
};

/** A clause as it was and as it is, side by side; below each other on a phone. */
export interface ClauseChangeProps {
  readonly title: string;
  /** Which clause it is: its number, and what did not change. */
  readonly kicker?: string | undefined;
  readonly word: string;
  readonly tone: 'yes' | 'no' | 'ask';
  readonly labels: { readonly before: string; readonly after: string };
  readonly lines: readonly {
    readonly before: readonly { readonly text: string; readonly changed?: boolean | undefined }[] | null;
    readonly after: readonly { readonly text: string; readonly changed?: boolean | undefined }[] | null;
  }[];
  readonly link?: Link | undefined;
}

type Words = ClauseChangeProps['lines'][number]['before'];

const Side = ({
  words,
  mark,
  label,
}: {
  readonly words: Words;
  readonly mark: 'ins' | 'del';
  readonly label: string;
}) => (
  <div class={classNames('change-side', words === null && 'change-none')}>
    <span class="change-label">{label}</span>
    <p>
      {words === null
        ? '–'
        : words.map((word) => {
            if (!word.changed) return <>{word.text}</>;
            return mark === 'ins' ? <ins>{word.text}</ins> : <del>{word.text}</del>;
          })}
    </p>
  </div>
);

export const ClauseChange = ({ title, kicker, word, tone, labels, lines, link }: ClauseChangeProps) => (
  <section class="change">
    <header class="cluster between">
      <h3>{title}</h3>
      <span class={`tag tag-${tone}`}>{word}</span>
    </header>
    {kicker ? <p class="small soft">{kicker}</p> : null}
    {lines.map(({ before, after }) => (
      <div class="change-line">
        <Side words={before} mark="del" label={labels.before} />
        <Side words={after} mark="ins" label={labels.after} />
      </div>
    ))}
    {link ? (
      <p class="small">
        <a href={link.href}>{link.label}</a>
      </p>
    ) : null}
  </section>
);
