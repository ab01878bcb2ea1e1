import { blanks, place, signatures } from './draw-form.ts';
import { checks, list } from './draw-list.ts';
import { facts, table } from './draw-table.ts';
import { type Element, HEADINGS, KEEP_WITH_NEXT, SMALL, STRONG, TEXT } from './look.ts';
import type { PageWriter, Style } from './page-writer.ts';
import type { Block } from './paper.ts';

/** Draws one block where the last one ended. */
export function drawBlock(writer: PageWriter, parent: Element, block: Block): void {
  switch (block.kind) {
    case 'heading':
      heading(writer, parent, block);
      break;
    case 'text':
      writer.paragraph(parent, 'P', block.text, textStyle(block.look));
      break;
    case 'list':
      list(writer, parent, block.items);
      break;
    case 'checks':
      checks(writer, parent, block.items);
      break;
    case 'facts':
      facts(writer, parent, block.rows);
      break;
    case 'blanks':
      blanks(writer, parent, block.rows);
      break;
    case 'table':
      table(writer, parent, block);
      break;
    case 'place':
      place(writer, parent, block.title, block.notes);
      break;
    case 'signatures':
      signatures(writer, parent, block.labels);
      break;
  }
}

const textStyle = (look: 'strong' | 'small' | undefined): Style =>
  look === 'strong' ? STRONG : look === 'small' ? SMALL : TEXT;

function heading(writer: PageWriter, parent: Element, { level, text }: Extract<Block, { kind: 'heading' }>): void {
  if (level > 1) writer.space(9);
  writer.room(KEEP_WITH_NEXT);
  writer.paragraph(parent, `H${level}`, text, HEADINGS[level]);
}
