import { SENTENCE_CHARACTERS } from '../limits.ts';
import type { TextRange } from '../types.ts';

/** Shortened words whose full stop does not end a sentence; folded, without the last stop. */
const abbreviations = new Set(
  `mr mrs ms dr prof st vs etc e.g i.e eg ie no nr vol jr sr inc ltd co corp fig cf al approx dept est gen gov col sgt rev hon mt ft
  z.b bzw d.h ca usw u.a evtl ggf inkl str tel mme mlle m mm ex p.ex env av apr art chap ed sdn bhd jln dll dsb`.split(
    /\s+/,
  ),
);
const enders = '.!?…。！？؟।';
const closers = '"\'”’»)]';

/** Where the sentences of a text begin and end, without the blanks around them. Long ones are cut at a word. */
export function sentencesOf(text: string, limit: number): readonly TextRange[] {
  const sentences: TextRange[] = [];
  let start = 0;
  for (let at = 0; at < text.length && sentences.length < limit; at += 1) {
    const isTooLong = at - start >= SENTENCE_CHARACTERS && isCuttable(text, at, at - start);
    const end = isTooLong ? at : endAt(text, at, start);
    if (end < 0) continue;
    push(sentences, text, start, end);
    start = end;
    at = Math.max(at, end - 1);
  }
  if (sentences.length < limit) push(sentences, text, start, text.length);
  return sentences;
}

/** At a blank; without one for as long again, anywhere but inside a character. */
function isCuttable(text: string, at: number, length: number): boolean {
  const unit = text.charCodeAt(at);
  return /\s/.test(text[at] ?? '') || (length >= 2 * SENTENCE_CHARACTERS && (unit < 0xdc00 || unit > 0xdfff));
}

/** Where a sentence that may end at this character ends, or -1. */
function endAt(text: string, at: number, start: number): number {
  const character = text[at] ?? '';
  if (character === '\n') return at + 1;
  if (!enders.includes(character)) return -1;
  let end = at + 1;
  while (end < text.length && (enders.includes(text[end] ?? '') || closers.includes(text[end] ?? ''))) end += 1;
  if ('。！？'.includes(character)) return end;
  if (end < text.length && !/\s/.test(text[end] ?? '')) return -1;
  if (character !== '.') return end;
  return isAbbreviated(text, start, at) || !startsSentence(text, end) ? -1 : end;
}

/** "Dr.", "J.", "z. B.", "1." */
function isAbbreviated(text: string, start: number, stop: number): boolean {
  let from = stop;
  while (from > start && !/[\s(«„“"]/.test(text[from - 1] ?? '')) from -= 1;
  const word = text.slice(from, stop);
  return /^\p{L}$/u.test(word) || /^\d{1,2}$/.test(word) || abbreviations.has(word.toLowerCase());
}

function startsSentence(text: string, end: number): boolean {
  const next = text.slice(end, end + 8).trimStart()[0];
  return next === undefined || !/\p{Ll}/u.test(next);
}

function push(sentences: TextRange[], text: string, from: number, to: number): void {
  let [start, end] = [from, to];
  while (start < end && /\s/.test(text[start] ?? '')) start += 1;
  while (end > start && /\s/.test(text[end - 1] ?? '')) end -= 1;
  if (end > start) sentences.push({ start, end });
}
