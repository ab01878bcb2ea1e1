import { type Face, runsOf } from './faces.ts';

export interface Style {
  readonly face: Face;
  /** Points. */
  readonly size: number;
  readonly colour?: string;
  /** Room below, in points. */
  readonly below?: number;
}

export interface Place {
  readonly x: number;
  readonly y?: number;
  readonly width: number;
}

type Element = PDFKit.PDFStructureElement;

const INK = '#1b1b1b';
const LINE_GAP = 2.2;

/** Writes on the page that is open, and says of everything what it is. */
export class PageWriter {
  readonly document: PDFKit.PDFDocument;

  constructor(document: PDFKit.PDFDocument) {
    this.document = document;
  }

  get left(): number {
    return this.document.page.margins.left;
  }

  get width(): number {
    const { width, margins } = this.document.page;
    return width - margins.left - margins.right;
  }

  get bottom(): number {
    const { height, margins } = this.document.page;
    return height - margins.bottom;
  }

  /** Begins a new page when less than `height` points are left. */
  room(height: number): void {
    if (this.document.y + height > this.bottom) this.document.addPage();
  }

  space(points: number): void {
    this.document.y += points;
  }

  /** How tall a text will be, in points. Measured in the Latin font, which the other one resembles. */
  heightOf(text: string, { face, size }: Style, width: number): number {
    const { document } = this;
    document.font(`${face}-latin`).fontSize(size);
    const plain = runsOf(text).map((run) => (run.part === 'latin' ? run.text : 'n'.repeat(run.text.length)));
    return document.heightOfString(plain.join(''), { width, lineGap: LINE_GAP });
  }

  /** A paragraph under an element of its own. */
  paragraph(parent: Element, tag: string, text: string, style: Style, place?: Place): void {
    this.tagged(parent, tag, () => this.flow(text, style, place));
  }

  /** Whatever is drawn becomes the content of a new element. */
  tagged(parent: Element, tag: string, draw: () => void): void {
    const element = this.document.struct(tag, {}, draw);
    parent.add(element);
    element.end();
  }

  /** Lines and frames: there for the eye only. */
  ornament(draw: (document: PDFKit.PDFDocument) => void): void {
    this.document.markContent('Artifact', { type: 'Layout' });
    draw(this.document);
    this.document.endMarkedContent();
  }

  /** Text that flows on, over the end of the page if it must. */
  flow(text: string, style: Style, place?: Place): void {
    const { document } = this;
    const { x, width } = place ?? { x: this.left, width: this.width };
    const runs = runsOf(text === '' ? ' ' : text);
    document.fillColor(style.colour ?? INK);
    document.x = x;
    if (place?.y !== undefined) document.y = place.y;
    runs.forEach((run, i) => {
      document.font(`${style.face}-${run.part}`).fontSize(style.size);
      document.text(run.text, { width, lineGap: LINE_GAP, continued: i < runs.length - 1 });
    });
    this.space(style.below ?? 0);
  }

  /** One line at a place, in whatever font and colour is set. */
  line(text: string, x: number, y: number, options: { readonly width: number; readonly lineBreak: false }): void {
    const plain = runsOf(text)
      .map((run) => run.text)
      .join('');
    this.document.text(plain, x, y, options);
  }
}
