import { stopWordsOf } from '../analysis/stop-words.ts';
import { CODE_CHARACTERS, CODES_PER_QUERY, QUERY_WORDS } from '../limits.ts';
import type { CodeMatch, CodeMatchKind } from '../types.ts';
import { type Piece, piecesOf } from './code-forms.ts';
import type { CodeIndex, RegisteredCode } from './code-index.ts';

/** Words beside which a bare number, or the beginning of a code, is read as a code. */
const codeWords = new Set(
  'ERROR ERRORS ERR CODE CODES KOD RALAT FEHLER FEHLERCODE FEHLERNUMMER FEHLERMELDUNG MELDUNG ERREUR ERREURS'.split(
    ' ',
  ),
);
const fillers = new Set('NO NR NUMBER NUMERO NUMMER NOMBOR N D DE CODE KOD ERROR RALAT ERREUR MIT WITH THE'.split(' '));
/** Pieces one code may be written in: "M 7 1 1 1 1 3 3 1". */
const LONGEST_RUN = 12;
const SHORTEST_TYPO = 4;
/** A code written in one piece may lose one character more. */
const SHORTEST_TYPO_IN_ONE_PIECE = 3;
const SHORTEST_PREFIX = 3;

interface Candidate {
  readonly canonical: string;
  readonly first: number;
  readonly count: number;
}

/** The registered codes a query names, each with where it stands. Exact spellings win over guesses. */
export function readCodes(text: string, codes: CodeIndex): readonly CodeMatch[] {
  if (codes.size === 0) return [];
  const pieces = piecesOf(text, QUERY_WORDS);
  const exact = pass(pieces, (candidate) => exactMatches(candidate, pieces, codes));
  if (exact.length > 0) return exact;
  const typos = pass(pieces, (candidate) => typoMatches(candidate, pieces, codes));
  const prefixes = pass(pieces, (candidate) => prefixMatches(candidate, pieces, codes));
  return typos.length > 0 && !prefixes.some((prefix) => covers(prefix, typos)) ? typos : prefixes;
}

type Found = readonly { readonly code: RegisteredCode; readonly kind: CodeMatchKind }[];

/** Tries the longest run at every piece; what matched is not read again. */
function pass(pieces: readonly Piece[], match: (candidate: Candidate) => Found): readonly CodeMatch[] {
  const matches: CodeMatch[] = [];
  for (let first = 0; first < pieces.length && matches.length < CODES_PER_QUERY; ) {
    let used = 1;
    for (const candidate of runsFrom(pieces, first)) {
      const found = match(candidate);
      if (found.length === 0) continue;
      matches.push(...found.map((each) => toMatch(each.code, each.kind, pieces, candidate)));
      used = candidate.count;
      break;
    }
    first += used;
  }
  return matches.slice(0, CODES_PER_QUERY);
}

function runsFrom(pieces: readonly Piece[], first: number): readonly Candidate[] {
  const runs: Candidate[] = [];
  let canonical = '';
  for (let count = 1; count <= LONGEST_RUN && first + count <= pieces.length; count += 1) {
    canonical += pieces[first + count - 1]?.text ?? '';
    if (canonical.length > CODE_CHARACTERS) break;
    runs.push({ canonical, first, count });
  }
  return runs.reverse();
}

function exactMatches(candidate: Candidate, pieces: readonly Piece[], codes: CodeIndex): Found {
  const { canonical } = candidate;
  if (/^\d+$/.test(canonical)) {
    if (!isBesideCodeWord(candidate, pieces)) return [];
    const whole = codes.matching(canonical).map((code) => ({ code, kind: 'exact' as const }));
    return whole.length > 0 ? whole : codes.withDigits(canonical).map((code) => ({ code, kind: 'prefix' as const }));
  }
  const found = codes.matching(canonical);
  if (!/\d/.test(canonical) && !found.some((code) => /^\D+$/.test(code.canonical) && code.canonical === canonical)) {
    if (isPlainWords(candidate, pieces)) return [];
  }
  return found.map((code) => ({ code, kind: code.canonical === canonical ? 'exact' : 'confusable' }));
}

function typoMatches(candidate: Candidate, pieces: readonly Piece[], codes: CodeIndex): Found {
  const shortest = candidate.count === 1 ? SHORTEST_TYPO_IN_ONE_PIECE : SHORTEST_TYPO;
  if (candidate.canonical.length < shortest || !looksLikeCode(candidate, pieces)) return [];
  return codes.near(candidate.canonical).map((code) => ({ code, kind: 'typo' }));
}

function prefixMatches(candidate: Candidate, pieces: readonly Piece[], codes: CodeIndex): Found {
  const isLikely = looksLikeCode(candidate, pieces) && candidate.canonical.length >= SHORTEST_PREFIX;
  const isNamed = candidate.canonical.length >= 2 && isBesideCodeWord(candidate, pieces) && !isPlainNumber(candidate);
  if (!isLikely && !isNamed) return [];
  if (isNamed && !isLikely && (codeWords.has(candidate.canonical) || hasStopWord(candidate, pieces))) return [];
  return codes.startingWith(candidate.canonical).map((code) => ({ code, kind: 'prefix' }));
}

const isPlainNumber = ({ canonical }: Candidate): boolean => /^\d+$/.test(canonical);

/** Letters and digits together; blanks inside only when no piece is an everyday word. */
function looksLikeCode(candidate: Candidate, pieces: readonly Piece[]): boolean {
  if (!/\d/.test(candidate.canonical) || !/[A-Z]/.test(candidate.canonical)) return false;
  return candidate.count === 1 || !hasStopWord(candidate, pieces);
}

function hasStopWord({ first, count }: Candidate, pieces: readonly Piece[]): boolean {
  return pieces.slice(first, first + count).some(({ text, isAfterBlank }, index) => {
    if (codeWords.has(text)) return true;
    const stands = isAfterBlank || (index === 0 && (pieces[first + 1]?.isAfterBlank ?? true));
    return stands && ['en', 'fr', 'de', 'ms'].some((language) => stopWordsOf(language).has(text.toLowerCase()));
  });
}

/** Words of letters only, as in "oil": not taken for a code such as 011. */
function isPlainWords({ first, count }: Candidate, pieces: readonly Piece[]): boolean {
  return pieces.slice(first, first + count).every(({ text }) => /^[A-Z]+$/.test(text));
}

/** "error 113", "113 error", "Fehler Nr. 113", "code d'erreur 113". */
function isBesideCodeWord({ first, count }: Candidate, pieces: readonly Piece[]): boolean {
  const isCodeWord = (at: number): boolean => codeWords.has(pieces[at]?.text ?? '');
  if (isCodeWord(first + count)) return true;
  for (let at = first - 1; at >= Math.max(0, first - 3); at -= 1) {
    if (isCodeWord(at)) return true;
    if (!fillers.has(pieces[at]?.text ?? '')) return false;
  }
  return false;
}

function covers(prefix: CodeMatch, typos: readonly CodeMatch[]): boolean {
  return typos.some(({ range }) => prefix.range.start <= range.start && prefix.range.end >= range.end);
}

function toMatch(
  code: RegisteredCode,
  kind: CodeMatchKind,
  pieces: readonly Piece[],
  { first, count }: Candidate,
): CodeMatch {
  const range = { start: pieces[first]?.start ?? 0, end: pieces[first + count - 1]?.end ?? 0 };
  return { code: code.written, kind, range, documentIds: [...code.documents.keys()] };
}
