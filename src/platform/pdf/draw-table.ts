import {
  CELL,
  CELL_TEXT,
  type Element,
  KEEP_WITH_NEXT,
  LABEL,
  LABEL_SHARE,
  PLACE_HEIGHT,
  rule,
  STRONG,
  VALUE,
} from './look.ts';
import type { PageWriter, Style } from './page-writer.ts';
import type { Row, Table } from './paper.ts';

/** Names and values side by side; read aloud as a table with one heading per row. */
export function facts(writer: PageWriter, parent: Element, rows: readonly Row[]): void {
  const label = writer.width * LABEL_SHARE;
  const element = writer.document.struct('Table');
  parent.add(element);
  for (const row of rows) {
    const width = writer.width - label;
    const height = Math.max(writer.heightOf(row.value, VALUE, width), writer.heightOf(row.label, LABEL, label - 8));
    writer.room(Math.min(height, PLACE_HEIGHT));
    tableRow(writer, element, [
      { tag: 'TH', text: row.label, style: LABEL, x: writer.left, width: label - 8 },
      { tag: 'TD', text: row.value, style: VALUE, x: writer.left + label, width },
    ]);
    writer.space(3);
  }
  element.end();
  writer.space(5);
}

interface Cell {
  readonly tag: 'TH' | 'TD';
  readonly text: string;
  readonly style: Style;
  readonly x: number;
  readonly width: number;
}

/** Writes cells beside each other; what comes next stands below the tallest. A row that leaves the page is cut there. */
function tableRow(writer: PageWriter, parent: Element, cells: readonly Cell[]): void {
  const { document } = writer;
  const row = document.struct('TR');
  parent.add(row);
  const top = { y: document.y, page: document.page };
  let lowest = top.y;
  for (const { tag, text, style, x, width } of cells) {
    const y = document.page === top.page ? top.y : document.page.margins.top;
    writer.paragraph(row, tag, text, style, { x, width, y });
    lowest = document.page === top.page ? Math.max(lowest, document.y) : document.y;
  }
  document.y = lowest;
  row.end();
}

/** Columns under their names; the names are read aloud with each cell. */
export function table(writer: PageWriter, parent: Element, { head, rows, shares }: Table): void {
  const sum = shares.reduce((total, share) => total + share, 0);
  const widths = head.map((_, i) => ((shares[i] ?? 0) / sum) * writer.width);
  const startOf = (i: number): number => widths.slice(0, i).reduce((total, width) => total + width, writer.left);
  const cells = (texts: readonly string[], tag: Cell['tag'], style: Style): readonly Cell[] =>
    texts.map((text, i) => ({ tag, text, style, x: startOf(i), width: (widths[i] ?? 0) - CELL }));
  const heightOf = (row: readonly string[]): number =>
    Math.min(
      Math.max(...cells(row, 'TD', CELL_TEXT).map((cell) => writer.heightOf(cell.text, cell.style, cell.width))),
      PLACE_HEIGHT,
    );
  const element = writer.document.struct('Table');
  parent.add(element);
  writer.room(KEEP_WITH_NEXT + heightOf(rows[0] ?? head));
  tableRow(writer, element, cells(head, 'TH', { ...STRONG, size: 9, below: 0 }));
  for (const row of rows) {
    writer.room(heightOf(row) + CELL);
    rule(writer, writer.left, writer.document.y + 1, writer.width);
    writer.space(CELL);
    tableRow(writer, element, cells(row, 'TD', CELL_TEXT));
  }
  element.end();
  writer.space(8);
}
