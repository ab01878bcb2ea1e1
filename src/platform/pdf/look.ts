import type { PageWriter, Style } from './page-writer.ts';

export type Element = PDFKit.PDFStructureElement;

export const TEXT: Style = { face: 'text', size: 10.5, below: 6 };
export const SMALL: Style = { face: 'text', size: 9, colour: '#444444', below: 4 };
export const STRONG: Style = { face: 'strong', size: 10.5, below: 6 };
export const LABEL: Style = { face: 'text', size: 9, colour: '#444444' };
export const VALUE: Style = { face: 'text', size: 10.5 };
export const HEADINGS: Readonly<Record<1 | 2 | 3, Style>> = {
  1: { face: 'title', size: 20, below: 8 },
  2: { face: 'title', size: 14, below: 5 },
  3: { face: 'strong', size: 11, below: 3 },
};
export const RULE = '#999999';
/** Room a heading keeps for what follows it, in points. */
export const KEEP_WITH_NEXT = 90;
export const INDENT = 18;
export const BOX = 9;
export const BLANK_HEIGHT = 27;
export const SIGNATURE_HEIGHT = 58;
/** A framed place for a photograph of a label or a receipt: two of them fill a page, of either size. */
export const PLACE_HEIGHT = 286;
export const CELL = 5;
export const CELL_TEXT: Style = { face: 'text', size: 9.5 };
export const LABEL_SHARE = 0.36;

/** A thin line across, for the eye only. */
export const rule = (writer: PageWriter, x: number, y: number, width: number): void =>
  writer.ornament((document) => {
    document
      .lineWidth(0.6)
      .strokeColor(RULE)
      .moveTo(x, y)
      .lineTo(x + width, y)
      .stroke();
  });
