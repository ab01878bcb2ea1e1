/** A stretch of text to mark: start inclusive, end exclusive, in UTF-16 units. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

interface Piece {
  readonly text: string;
  readonly marked: boolean;
}

/** Cuts a text at its ranges (any order, overlaps allowed, out-of-range clipped) into marked and unmarked pieces. */
export const markedPieces = (text: string, ranges: readonly TextRange[]): readonly Piece[] => {
  const pieces: Piece[] = [];
  let at = 0;
  for (const { start, end } of [...ranges].sort((a, b) => a.start - b.start)) {
    const from = Math.max(start, at);
    const to = Math.min(end, text.length);
    if (to <= from) continue;
    if (from > at) pieces.push({ text: text.slice(at, from), marked: false });
    pieces.push({ text: text.slice(from, to), marked: true });
    at = to;
  }
  if (at < text.length) pieces.push({ text: text.slice(at), marked: false });
  return pieces;
};

/** Text with the found words marked. */
export const Highlight = ({ text, ranges }: { readonly text: string; readonly ranges: readonly TextRange[] }) => (
  <>{markedPieces(text, ranges).map((piece) => (piece.marked ? <mark>{piece.text}</mark> : piece.text))}</>
);
