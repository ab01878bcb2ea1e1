/**
 * What each UTF-16 unit is to the search engine, worked out from Unicode properties once per unit and remembered in
 * flat tables, so that scanning costs two array reads per character.
 */

export const SEPARATOR = 0;
export const LETTER = 1;
/** Scripts written without spaces (Han, kana, Thai, …) and Hangul: indexed as overlapping pairs of characters. */
export const UNSPACED = 2;
/** Part of a word that leaves no trace: accents on letters that fold, zero-width and bidi characters, soft hyphens. */
export const IGNORED = 3;
export const APOSTROPHE = 4;
/** Folds to several units, or lies outside the basic plane: look at `foldLong`. */
export const LONG = 5;

const UNKNOWN = 255;
const classes = new Uint8Array(65_536).fill(UNKNOWN);
const folds = new Uint16Array(65_536);
const longFolds = new Map<number, string>();
const LONGEST_FOLD = 4;

const unspaced = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmr}\p{sc=Mymr}]/u;
const foldingMark =
  /[\u0300-\u036F]|[\u0483-\u0487]|[\u0591-\u05C7]|[\u0610-\u061A]|[\u064B-\u065F]|\u0670|[\u06D6-\u06ED]|[\u1AB0-\u1AFF]|[\u1DC0-\u1DFF]|[\u20D0-\u20FF]/u;
const ignorable = /[\p{Default_Ignorable_Code_Point}\p{Cf}\u0640]/u;
const wordCharacter = /[\p{L}\p{N}\p{M}]/u;
const apostrophe = /['\u2019\u2018\u02BC\u00B4`\uFF07]/u;

/** Letters that Unicode does not decompose, but readers take for these. */
const lookAlikes: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ħ: 'h',
  ı: 'i',
  ŋ: 'n',
  ς: 'σ',
  ى: 'ي',
  ة: 'ه',
};

/** Lower case without accents: "É" → "e", "ß" → "ss", "ﬁ" → "fi". Takes one character. */
function foldCharacter(character: string): string {
  const lower = character.normalize('NFKD').toLowerCase();
  let folded = '';
  for (const part of lower) {
    if (!foldingMark.test(part)) folded += lookAlikes[part] ?? part;
  }
  return folded.length > LONGEST_FOLD ? lower.slice(0, LONGEST_FOLD) : folded;
}

function classify(unit: number): number {
  const character = String.fromCharCode(unit);
  if (unit >= 0xd800 && unit <= 0xdfff) return unit <= 0xdbff ? LONG : SEPARATOR;
  if (apostrophe.test(character)) return APOSTROPHE;
  if (foldingMark.test(character) || ignorable.test(character)) return IGNORED;
  if (!wordCharacter.test(character)) return SEPARATOR;
  const folded = foldCharacter(character);
  if (folded.length === 0) return IGNORED;
  if (unspaced.test(character)) {
    folds[unit] = folded.length === 1 ? folded.charCodeAt(0) : unit;
    return UNSPACED;
  }
  if (folded.length === 1) {
    folds[unit] = folded.charCodeAt(0);
    return LETTER;
  }
  longFolds.set(unit, folded);
  return LONG;
}

/** The class of a UTF-16 unit; one of the constants above. */
export function classOf(unit: number): number {
  const known = classes[unit] as number;
  if (known !== UNKNOWN) return known;
  const found = classify(unit);
  classes[unit] = found;
  return found;
}

/** The unit a letter folds to. Only for units whose class is LETTER or UNSPACED. */
export function foldOf(unit: number): number {
  return folds[unit] as number;
}

/** What a character of class LONG folds to, and its class: a letter, an unspaced character, or nothing of a word. */
export function foldLong(codePoint: number): { readonly folded: string; readonly unitClass: number } {
  if (codePoint < 0x10000) return { folded: longFolds.get(codePoint) ?? '', unitClass: LETTER };
  const character = String.fromCodePoint(codePoint);
  if (ignorable.test(character)) return { folded: '', unitClass: IGNORED };
  if (!wordCharacter.test(character)) return { folded: '', unitClass: SEPARATOR };
  return { folded: foldCharacter(character), unitClass: unspaced.test(character) ? UNSPACED : LETTER };
}

/** Lower case without accents and ignorable characters; everything else stays. */
export function foldText(text: string): string {
  let folded = '';
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    const unitClass = classOf(unit);
    if (unitClass === LETTER || unitClass === UNSPACED) folded += String.fromCharCode(foldOf(unit));
    else if (unitClass === LONG) {
      const codePoint = text.codePointAt(index) ?? unit;
      folded += foldLong(codePoint).folded;
      if (codePoint > 0xffff) index += 1;
    } else if (unitClass !== IGNORED) folded += text[index] ?? '';
  }
  return folded;
}
