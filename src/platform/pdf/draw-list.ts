import { BOX, type Element, INDENT, SMALL, STRONG, TEXT, VALUE } from './look.ts';
import type { PageWriter } from './page-writer.ts';
import type { CheckItem } from './paper.ts';

/** Items with a dash before each. */
export function list(writer: PageWriter, parent: Element, items: readonly string[]): void {
  const list = writer.document.struct('L');
  parent.add(list);
  for (const item of items) {
    writer.room(TEXT.size * 2);
    const entry = writer.document.struct('LI');
    list.add(entry);
    const { y } = writer.document;
    writer.paragraph(entry, 'Lbl', '–', VALUE, { x: writer.left, width: INDENT });
    writer.paragraph(entry, 'LBody', item, { ...TEXT, below: 3 }, indented(writer, INDENT, y));
    entry.end();
  }
  list.end();
  writer.space(4);
}

const indented = ({ left, width }: PageWriter, by: number, y: number) => ({ x: left + by, width: width - by, y });

/** Items with a box before each, ticked or not. */
export function checks(writer: PageWriter, parent: Element, items: readonly CheckItem[]): void {
  const list = writer.document.struct('L');
  parent.add(list);
  for (const { text, notes, done } of items) {
    const width = writer.width - INDENT;
    const height = notes.reduce((sum, note) => sum + writer.heightOf(note, SMALL, width) + 2, 20);
    writer.room(height);
    const { y } = writer.document;
    writer.ornament((document) => {
      document
        .lineWidth(0.9)
        .strokeColor('#333333')
        .rect(writer.left, y + 1.5, BOX, BOX)
        .stroke();
      if (done) tick(document, writer.left, y + 1.5);
    });
    const entry = writer.document.struct('LI');
    list.add(entry);
    writer.paragraph(entry, 'LBody', text, { ...STRONG, below: 1 }, indented(writer, INDENT, y));
    for (const note of notes) {
      writer.paragraph(entry, 'LBody', note, { ...SMALL, below: 1 }, indented(writer, INDENT, writer.document.y));
    }
    entry.end();
    writer.space(6);
  }
  list.end();
}

const tick = (document: PDFKit.PDFDocument, x: number, y: number): void => {
  document
    .lineWidth(1.5)
    .moveTo(x + 1.8, y + 4.6)
    .lineTo(x + 3.9, y + 7)
    .lineTo(x + 7.4, y + 1.8)
    .stroke();
};
