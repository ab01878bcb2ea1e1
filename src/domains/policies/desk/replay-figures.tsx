import type { Desk } from '#domains/people/index.ts';
import type { DecisionKind, Money } from '#policy/index.ts';
import { BarTable, HeatTable } from '#ui/components/chart.tsx';
import type { Content } from '#ui/components/markup.ts';
import { type FlipGroup, OTHER_KEYS, type ReplayRun } from '../replays/replay-run.ts';
import { type PolicyWords, policyWords } from './words.ts';

/** Groups a chart shows; the rest is in the CSV. */
const MAX_BARS = 15;

/** A change in every currency it has, below each other. */
export const Moneys = ({ change, words }: { readonly change: readonly Money[]; readonly words: PolicyWords }) => (
  <>
    {change.length === 0
      ? '–'
      : change.map((amount, i) => (
          <>
            {i > 0 ? <br /> : null}
            {words.change(amount)}
          </>
        ))}
  </>
);

const Groups = ({
  desk,
  groups,
  group,
  caption,
  label,
  id,
  words,
}: {
  readonly desk: Desk;
  readonly groups: readonly FlipGroup[];
  readonly group: string;
  readonly caption: string;
  readonly label: string;
  readonly id: string;
  readonly words: PolicyWords;
}) => {
  const { t, number } = desk.reader;
  const name = (key: string): string => (key === OTHER_KEYS ? t('workbench.others') : words.labels.word(group, key));
  return (
    <BarTable
      id={id}
      caption={caption}
      label={label}
      value={t('workbench.flips')}
      more={[t('workbench.money')]}
      rows={groups.slice(0, MAX_BARS).map(({ key, flips, change }) => ({
        label: key === 'unknown' ? t('workbench.unknown') : name(key),
        value: flips,
        text: number(flips),
        more: [<Moneys change={change} words={words} />],
      }))}
    />
  );
};

const Figures = ({
  items,
}: {
  readonly items: readonly { readonly label: string; readonly values: readonly Content[] }[];
}) => (
  <dl class="figures">
    {items.map(({ label, values }) => (
      <div>
        <dt>{label}</dt>
        {values.map((value) => (
          <dd>{value}</dd>
        ))}
      </div>
    ))}
  </dl>
);

const Matrix = ({
  desk,
  run,
  words,
}: {
  readonly desk: Desk;
  readonly run: ReplayRun;
  readonly words: PolicyWords;
}) => {
  const { t, number } = desk.reader;
  const pairs = run.summary.byKind;
  const from = [...new Set(pairs.map((pair) => pair.from))];
  const to = [...new Set(pairs.map((pair) => pair.to))];
  const count = (a: DecisionKind, b: DecisionKind): number =>
    pairs.find((pair) => pair.from === a && pair.to === b)?.flips ?? 0;
  return (
    <HeatTable
      id="kinds"
      caption={t('workbench.fromTo')}
      corner={t('workbench.fromToCorner')}
      columns={to.map(words.kind)}
      rows={from.map((kind) => ({ label: words.kind(kind), cells: to.map((other) => count(kind, other)) }))}
      format={number}
    />
  );
};

/** How many come out differently, what that costs, and where. */
export const ReplayFigures = ({ desk, run }: { readonly desk: Desk; readonly run: ReplayRun }) => {
  const { t, number } = desk.reader;
  const words = policyWords(desk);
  const { summary } = run;
  return (
    <>
      <Figures
        items={[
          { label: t('workbench.cases'), values: [number(run.casesDone)] },
          { label: t('workbench.flips'), values: [number(summary.flips)] },
          {
            label: t('workbench.moneyMore'),
            values: summary.change.length === 0 ? ['–'] : summary.change.map(words.change),
          },
          ...(summary.unreadable > 0
            ? [{ label: t('workbench.unreadableCases'), values: [number(summary.unreadable)] }]
            : []),
        ]}
      />
      {summary.flips === 0 ? null : (
        <>
          <Matrix desk={desk} run={run} words={words} />
          <div class="charts">
            <Groups
              desk={desk}
              id="reasons"
              groups={summary.byReason}
              group="request.reason"
              caption={t('workbench.byReason')}
              label={t('workbench.reason')}
              words={words}
            />
            <Groups
              desk={desk}
              id="countries"
              groups={summary.byRegion}
              group="contract.region"
              caption={t('workbench.byCountry')}
              label={t('workbench.country')}
              words={words}
            />
            <Groups
              desk={desk}
              id="channels"
              groups={summary.byChannel}
              group="channel"
              caption={t('workbench.byChannel')}
              label={t('workbench.channel')}
              words={words}
            />
          </div>
        </>
      )}
    </>
  );
};
