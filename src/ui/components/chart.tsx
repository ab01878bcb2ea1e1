import { scaleLinear, scaleQuantize } from 'd3-scale';
import { type Content, classNames } from './markup.ts';

/** One row of a bar table: what is counted, how often, and what else is known about it. */
export interface BarRow {
  readonly label: Content;
  readonly value: number;
  /** The value as readers of the language write it. */
  readonly text: string;
  readonly more?: readonly Content[] | undefined;
}

interface BarTableProps {
  readonly caption: string;
  /** Heading of the first column. */
  readonly label: string;
  /** Heading of the counted column. */
  readonly value: string;
  /** Headings of further columns. */
  readonly more?: readonly string[] | undefined;
  readonly rows: readonly BarRow[];
  /** Unique on the page. */
  readonly id: string;
}

/** A bar no shorter than this stays visible, in percent of the longest. */
const SHORTEST_BAR = 1;

const Bar = ({ share }: { readonly share: number }) => (
  <svg class="bar" aria-hidden="true" focusable="false">
    <rect class="bar-track" x="0" y="0" width="100%" height="100%" rx="3" />
    <rect class="bar-fill" x="0" y="0" width={`${share.toFixed(1)}%`} height="100%" rx="3" />
  </svg>
);

/** Counts as bars and as a table in one: each bar stands beside its own figure, so nothing has to be looked up. */
export const BarTable = ({ caption, label, value, more = [], rows, id }: BarTableProps) => {
  const longest = Math.max(1, ...rows.map((row) => row.value));
  const share = scaleLinear().domain([0, longest]).range([0, 100]).clamp(true);
  return (
    <section class="table-scroll bar-table" aria-labelledby={`${id}-caption`} tabindex={0}>
      <table>
        <caption id={`${id}-caption`}>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{label}</th>
            <th scope="col" class="num">
              {value}
            </th>
            <td aria-hidden="true" />
            {more.map((heading) => (
              <th scope="col" class="num">
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr>
              <th scope="row">{row.label}</th>
              <td class="num">{row.text}</td>
              <td class="bar-cell" aria-hidden="true">
                <Bar share={row.value > 0 ? Math.max(SHORTEST_BAR, share(row.value)) : 0} />
              </td>
              {(row.more ?? []).map((cell) => (
                <td class="num">{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
};

interface HeatTableProps {
  readonly caption: string;
  /** Says what the rows and the columns are: "from" and "to". */
  readonly corner: string;
  readonly columns: readonly string[];
  readonly rows: readonly { readonly label: string; readonly cells: readonly (number | null)[] }[];
  /** Writes a count as readers of the language do. */
  readonly format: (value: number) => string;
  readonly id: string;
}

const HEATS = [1, 2, 3, 4, 5] as const;

/** Counts between two sets of words; the more, the deeper the colour. An empty cell never happens. */
export const HeatTable = ({ caption, corner, columns, rows, format, id }: HeatTableProps) => {
  const most = Math.max(1, ...rows.flatMap(({ cells }) => cells.map((cell) => cell ?? 0)));
  const heat = scaleQuantize<number>().domain([0, most]).range(HEATS);
  return (
    <section class="table-scroll heat-table" aria-labelledby={`${id}-caption`} tabindex={0}>
      <table>
        <caption id={`${id}-caption`}>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{corner}</th>
            {columns.map((column) => (
              <th scope="col" class="num">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ label, cells }) => (
            <tr>
              <th scope="row">{label}</th>
              {cells.map((cell) => (
                <td class={classNames('num', cell !== null && cell > 0 && `heat-${heat(cell)}`)}>
                  {cell === null || cell === 0 ? <span class="soft">–</span> : format(cell)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
};

/** How far something has come, in words and as a bar. */
export const Progress = ({
  label,
  done,
  total,
  text,
}: {
  readonly label: string;
  readonly done: number;
  readonly total: number;
  readonly text: string;
}) => (
  <div class="progress">
    <progress aria-label={label} value={done} max={Math.max(1, total)}>
      {text}
    </progress>
    <p class="small soft">{text}</p>
  </div>
);
