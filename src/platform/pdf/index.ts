export { unprintable } from './faces.ts';
export type { Block, CheckItem, Paper, PaperSize, Row, Sheet, Table } from './paper.ts';
export { renderPdf } from './render-pdf.ts';
