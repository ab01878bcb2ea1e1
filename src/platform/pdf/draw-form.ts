import {
  BLANK_HEIGHT,
  type Element,
  INDENT,
  LABEL,
  LABEL_SHARE,
  PLACE_HEIGHT,
  RULE,
  rule,
  SIGNATURE_HEIGHT,
  SMALL,
  STRONG,
  VALUE,
} from './look.ts';
import type { PageWriter } from './page-writer.ts';
import type { Row } from './paper.ts';

/** Lines to write on, each with its name before it. */
export function blanks(writer: PageWriter, parent: Element, rows: readonly Row[]): void {
  const start = writer.width * LABEL_SHARE;
  const width = writer.width - start;
  for (const { label, value } of rows) {
    const height = writer.heightOf(value === '' ? ' ' : value, VALUE, width);
    writer.room(BLANK_HEIGHT + height);
    const y = writer.document.y + 9;
    writer.tagged(parent, 'P', () => {
      writer.flow(label, LABEL, { x: writer.left, width: start - 8, y });
      const after = writer.document.y;
      if (value !== '') writer.flow(value, VALUE, { x: writer.left + start, width, y: y - 1 });
      writer.document.y = Math.max(after, y + height);
    });
    rule(writer, writer.left + start, writer.document.y, width);
    writer.space(3);
  }
  writer.space(6);
}

/** A frame to attach a picture to. */
export function place(writer: PageWriter, parent: Element, title: string, notes: readonly string[]): void {
  writer.room(PLACE_HEIGHT + 20);
  const { y } = writer.document;
  writer.ornament((document) => {
    document
      .lineWidth(1)
      .strokeColor(RULE)
      .dash(5, { space: 4 })
      .rect(writer.left, y, writer.width, PLACE_HEIGHT)
      .stroke()
      .undash();
  });
  const inside = { x: writer.left + 14, width: writer.width - 28 };
  writer.paragraph(parent, 'P', title, { ...STRONG, below: 3 }, { ...inside, y: y + 12 });
  for (const note of notes) writer.paragraph(parent, 'P', note, { ...SMALL, below: 2 }, inside);
  writer.document.y = y + PLACE_HEIGHT + 14;
}

/** Lines to sign on. */
export function signatures(writer: PageWriter, parent: Element, labels: readonly string[]): void {
  writer.room(SIGNATURE_HEIGHT);
  const width = writer.width / labels.length;
  const y = writer.document.y + SIGNATURE_HEIGHT - 18;
  labels.forEach((label, i) => {
    const x = writer.left + i * width;
    rule(writer, x, y, width - INDENT);
    writer.paragraph(parent, 'P', label, LABEL, { x, width: width - INDENT, y: y + 4 });
  });
  writer.document.y = y + 24;
}
