import { type Content, classNames } from './markup.ts';

export interface Column {
  readonly label: string;
  readonly numeric?: boolean | undefined;
  /** For columns of buttons or signs: the label is only for assistive technology. */
  readonly hideLabel?: boolean | undefined;
}

interface TableProps {
  readonly caption: string;
  readonly hideCaption?: boolean | undefined;
  readonly columns: readonly Column[];
  /** Cells in the order of the columns; the first is the row's heading. */
  readonly rows: readonly (readonly Content[])[];
  /** Unique on the page when it has several tables. */
  readonly id?: string | undefined;
}

/** A table that scrolls inside itself on a phone; the scrolling area can be reached and is named by the caption. */
export const Table = ({ caption, hideCaption, columns, rows, id = 'table' }: TableProps) => (
  <section class="table-scroll" aria-labelledby={`${id}-caption`} tabindex={0}>
    <table>
      <caption id={`${id}-caption`} class={hideCaption ? 'visually-hidden' : undefined}>
        {caption}
      </caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th scope="col" class={classNames(column.numeric && 'num')}>
              {column.hideLabel ? <span class="visually-hidden">{column.label}</span> : column.label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((cells) => (
          <tr>
            {cells.map((cell, index) =>
              index === 0 ? (
                <th scope="row" class={classNames(columns[0]?.numeric && 'num')}>
                  {cell}
                </th>
              ) : (
                <td class={classNames(columns[index]?.numeric && 'num')}>{cell}</td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  </section>
);
