import PDFDocument from 'pdfkit';
import { dateOf } from '#lib/time.ts';
import { drawBlock } from './draw-block.ts';
import { FACES, type Face, faceBytes } from './faces.ts';
import { PageWriter } from './page-writer.ts';
import type { Paper } from './paper.ts';

/** Room at the edge of every page, in points: 20 mm, so that it can be punched and filed. */
const MARGIN = 57;
/** How far the page number stands above the lower edge, in points. */
const FOOT = 34;
const FOOT_SIZE = 8.5;

/** The library knows PDF/UA; its published types do not. */
const ACCESSIBLE: object = { subset: 'PDF/UA' };

/** A document as PDF/UA asks for: tagged, titled, with its language and fonts inside. */
function openDocument({ title, locale, size, createdAt }: Paper): PDFKit.PDFDocument {
  const date = dateOf(createdAt);
  const document = new PDFDocument({
    size,
    margin: MARGIN,
    lang: locale,
    tagged: true,
    displayTitle: true,
    pdfVersion: '1.7',
    ...ACCESSIBLE,
    bufferPages: true,
    autoFirstPage: false,
    // None by default: the library's own would not be inside the file, as PDF/UA wants it.
    font: '',
    info: { Title: title, CreationDate: date, ModDate: date, Producer: 'Recourse', Creator: 'Recourse' },
  });
  for (const face of Object.keys(FACES) as Face[]) {
    document.registerFont(`${face}-latin`, faceBytes(face, 'latin'));
    document.registerFont(`${face}-extended`, faceBytes(face, 'extended'));
  }
  return document;
}

/** Page numbers come last, when it is known how many pages there are. They are no part of what is read aloud. */
function numberPages(document: PDFKit.PDFDocument, { title, pageLabel }: Paper): void {
  const { start, count } = document.bufferedPageRange();
  for (let page = start; page < start + count; page++) {
    document.switchToPage(page);
    const { width, height, margins } = document.page;
    margins.bottom = 0;
    const place = { width: width - 2 * MARGIN, lineBreak: false } as const;
    document.markContent('Artifact', { type: 'Pagination' });
    document.font('text-latin').fontSize(FOOT_SIZE).fillColor('#555555');
    new PageWriter(document).line(`${title}  ·  ${pageLabel(page + 1, count)}`, MARGIN, height - FOOT, place);
    document.endMarkedContent();
  }
}

/**
 * Sets a paper as an accessible PDF: tagged, with title, language and our own fonts inside.
 * @returns the bytes of the file
 */
export async function renderPdf(paper: Paper): Promise<Uint8Array> {
  const document = openDocument(paper);
  const chunks: Buffer[] = [];
  const written = new Promise<Uint8Array>((resolve, reject) => {
    document.on('data', (chunk: Buffer) => chunks.push(chunk));
    document.on('end', () => resolve(Buffer.concat(chunks)));
    document.on('error', reject);
  });
  const root = document.struct('Document', { lang: paper.locale });
  document.addStructure(root);
  for (const { locale, blocks } of paper.sheets) {
    document.addPage();
    const part = document.struct('Sect', { lang: locale });
    root.add(part);
    for (const block of blocks) drawBlock(new PageWriter(document), part, block);
    part.end();
  }
  root.end();
  numberPages(document, paper);
  document.end();
  return written;
}
