import { type MessageKey, type Reader, readerFor } from '#ui/reader.ts';

/** What a paper is, how to get it, and what must be legible on it; null where nothing has to be. */
export interface EvidenceWords {
  readonly what: string;
  readonly how: string;
  readonly legible: string | null;
}

const DESCRIBED = [
  'receipt',
  'receiptImage',
  'keyLabelImage',
  'refundForm',
  'invoiceNumber',
  'purchaseEmail',
  'explanation',
  'dates',
  'errorMessage',
  'screenshot',
  'statement',
  'photo',
  'parcel',
] as const;
type Described = (typeof DESCRIBED)[number];

const LEGIBLE = ['receipt', 'receiptImage', 'keyLabelImage', 'refundForm', 'screenshot', 'statement', 'photo'] as const;
const isIn = <T extends string>(words: readonly T[], word: string): word is T =>
  (words as readonly string[]).includes(word);

/** The words for a kind of evidence in the reader's language; kinds we have never met get general ones. */
export function evidenceWords({ t }: Pick<Reader, 't'>, type: string): EvidenceWords {
  const known: Described | 'other' = isIn(DESCRIBED, type) ? type : 'other';
  const legible: MessageKey | null = isIn(LEGIBLE, type) ? `papers.evidence.${type}.legible` : null;
  return {
    what: t(`papers.evidence.${known}.what`),
    how: t(`papers.evidence.${known}.how`),
    legible: legible && t('papers.evidence.legible', { what: t(legible) }),
  };
}

/** The notes below a paper on a checklist. */
export function evidenceNotes(locale: Reader['locale'], type: string): readonly string[] {
  const { what, how, legible } = evidenceWords(readerFor(locale), type);
  return [`${what} ${how}`, ...(legible === null ? [] : [legible])];
}
