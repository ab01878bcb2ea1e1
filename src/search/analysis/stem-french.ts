import { list, longestSuffix, regionAfter, replaceEnd } from './regions.ts';

/** The French stemmer, written from https://snowballstem.org/algorithms/french/stemmer.html. */

const VOWELS = 'aeiouyâàëéêèïîôûù';
const deletedInR2 = list('ance iqUe isme able iste eux ances iqUes ismes ables istes');
const agents = list('atrice ateur ation atrices ateurs ations');
const step1Suffixes = [
  ...deletedInR2,
  ...agents,
  ...list(`logie logies usion ution usions utions ence ences ement ements ité ités if ive ifs ives eaux aux euse euses
    issement issements amment emment ment ments`),
];
const step2aSuffixes = list(`îmes ît îtes i ie ies ir ira irai iraIent irais irait iras irent irez iriez irions irons
  iront is issaIent issais issait issant issante issantes issants isse issent isses issez issiez issions issons it`);
const step2bDeleted = list(
  'é ée ées és èrent er era erai eraIent erais erait eras erez eriez erions erons eront ez iez',
);
const step2bAfterE = list('âmes ât âtes a ai aIent ais ait ant ante antes ants as asse assent asses assiez assions');
const step2bSuffixes = ['ions', ...step2bDeleted, ...step2bAfterE];

interface Regions {
  readonly rv: number;
  readonly r1: number;
  readonly r2: number;
}

interface Step {
  readonly word: string;
  readonly isChanged: boolean;
  /** Step 1 removed an adverb ending, after which the verb endings are looked at all the same. */
  readonly isAdverb?: boolean;
}

const isVowel = (letter: string | undefined): boolean => letter !== undefined && VOWELS.includes(letter);

/** Marks u, i and y that act as consonants with capitals. */
function markConsonants(word: string): string {
  const letters = [...word];
  for (let index = 0; index < letters.length; index += 1) {
    const letter = letters[index];
    const [before, after] = [isVowel(letters[index - 1]), isVowel(letters[index + 1])];
    if (letter === 'u' && letters[index - 1] === 'q') letters[index] = 'U';
    else if ((letter === 'u' || letter === 'i') && before && after) letters[index] = letter.toUpperCase();
    else if (letter === 'y' && (before || after)) letters[index] = 'Y';
  }
  return letters.join('');
}

function regionsOf(word: string): Regions {
  let rv = word.length;
  if (/^(?:par|col|tap)/.test(word) || (isVowel(word[0]) && isVowel(word[1]))) rv = Math.min(3, word.length);
  else {
    for (let index = 1; index < word.length; index += 1) {
      if (!isVowel(word[index])) continue;
      rv = index + 1;
      break;
    }
  }
  const r1 = regionAfter(word, VOWELS, 0);
  return { rv, r1, r2: regionAfter(word, VOWELS, r1) };
}

/** Removes the ending when it lies in R2, puts the replacement there otherwise. */
function dropOr(word: string, ending: string, r2: number, replacement: string): string {
  if (!word.endsWith(ending)) return word;
  return replaceEnd(word, ending.length, word.length - ending.length >= r2 ? '' : replacement);
}

function afterEment(stem: string, { rv, r1, r2 }: Regions): string {
  const isIn = (ending: string, region: number): boolean =>
    stem.endsWith(ending) && stem.length - ending.length >= region;
  if (isIn('iv', r2)) return dropOr(replaceEnd(stem, 2), 'at', r2, 'at');
  if (stem.endsWith('eus')) {
    if (isIn('eus', r2)) return replaceEnd(stem, 3);
    return isIn('eus', r1) ? replaceEnd(stem, 1, 'x') : stem;
  }
  if (isIn('abl', r2) || isIn('iqU', r2)) return replaceEnd(stem, 3);
  return isIn('ièr', rv) || isIn('Ièr', rv) ? replaceEnd(stem, 3, 'i') : stem;
}

function afterIte(stem: string, r2: number): string {
  if (stem.endsWith('abil')) return dropOr(stem, 'abil', r2, 'abl');
  if (stem.endsWith('ic')) return dropOr(stem, 'ic', r2, 'iqU');
  return dropOr(stem, 'iv', r2, 'iv');
}

function standardSuffix(word: string, regions: Regions): Step {
  const { rv, r1, r2 } = regions;
  const suffix = longestSuffix(word, step1Suffixes);
  const at = word.length - suffix.length;
  const stem = word.slice(0, at);
  const done = (result: string): Step => ({ word: result, isChanged: true });
  const unchanged: Step = { word, isChanged: false };
  if (suffix === '') return unchanged;
  if (/^(?:am|em)?ments?$/.test(suffix)) {
    if (suffix === 'amment' || suffix === 'emment') {
      return at >= rv ? { word: `${stem}${suffix[0]}nt`, isChanged: true, isAdverb: true } : unchanged;
    }
    return at - 1 >= rv && isVowel(stem.at(-1)) ? { word: stem, isChanged: true, isAdverb: true } : unchanged;
  }
  if (/^ements?$/.test(suffix)) return at >= rv ? done(afterEment(stem, regions)) : unchanged;
  if (/^issements?$/.test(suffix)) return at >= r1 && !isVowel(stem.at(-1)) ? done(stem) : unchanged;
  if (suffix === 'eaux') return done(replaceEnd(word, 1));
  if (suffix === 'aux') return at >= r1 ? done(replaceEnd(word, 2, 'l')) : unchanged;
  if (/^euses?$/.test(suffix)) {
    if (at >= r2) return done(stem);
    return at >= r1 ? done(`${stem}eux`) : unchanged;
  }
  if (at < r2) return unchanged;
  if (agents.includes(suffix)) return done(dropOr(stem, 'ic', r2, 'iqU'));
  if (suffix.startsWith('logi')) return done(`${stem}log`);
  if (/^[ut]/.test(suffix) && /usions?$|utions?$/.test(suffix)) return done(`${stem}u`);
  if (suffix.startsWith('enc')) return done(`${stem}ent`);
  if (suffix.startsWith('ité')) return done(afterIte(stem, r2));
  if (/^i(?:f|ve)s?$/.test(suffix)) {
    const isAt = stem.endsWith('at') && stem.length - 2 >= r2;
    return done(isAt ? dropOr(replaceEnd(stem, 2), 'ic', r2, 'iqU') : stem);
  }
  return done(stem);
}

function verbSuffix(word: string, { rv, r2 }: Regions): Step {
  const first = longestSuffix(word, step2aSuffixes, rv);
  const before = word.length - first.length - 1;
  if (first !== '' && before >= rv && !isVowel(word[before]))
    return { word: replaceEnd(word, first.length), isChanged: true };
  const second = longestSuffix(word, step2bSuffixes, rv);
  if (second === '') return { word, isChanged: false };
  const stem = replaceEnd(word, second.length);
  if (second === 'ions') return stem.length >= r2 ? { word: stem, isChanged: true } : { word, isChanged: false };
  if (step2bAfterE.includes(second) && stem.endsWith('e') && stem.length - 1 >= rv) {
    return { word: replaceEnd(stem, 1), isChanged: true };
  }
  return { word: stem, isChanged: true };
}

function residualSuffix(word: string, { rv, r2 }: Regions): string {
  const result = /[^aiouès]s$/.test(word) ? replaceEnd(word, 1) : word;
  const suffix = longestSuffix(result, ['ion', 'ier', 'ière', 'Ier', 'Ière', 'e', 'ë'], rv);
  const at = result.length - suffix.length;
  if (suffix === 'ion')
    return at >= r2 && at - 1 >= rv && 'st'.includes(result[at - 1] ?? ' ') ? result.slice(0, at) : result;
  if (suffix === 'ë') return result.slice(0, at).endsWith('gu') ? result.slice(0, at) : result;
  if (suffix === 'e') return result.slice(0, at);
  return suffix === '' ? result : `${result.slice(0, at)}i`;
}

/** The stem of a lower-case French word, accents included. */
export function stemFrench(word: string): string {
  if (word.length < 3) return word;
  const marked = markConsonants(word);
  const regions = regionsOf(marked);
  let step = standardSuffix(marked, regions);
  if (!step.isChanged || step.isAdverb === true) {
    const verb = verbSuffix(step.word, regions);
    step = { word: verb.word, isChanged: step.isChanged || verb.isChanged };
  }
  let result = step.word;
  if (step.isChanged) result = result.replace(/Y$/, 'i').replace(/ç$/, 'c');
  else result = residualSuffix(result, regions);
  result = result.replace(/(enn|onn|ett|ell|eill)$/, (ending) => ending.slice(0, -1));
  return result.replace(/[éè]([^aeiouyâàëéêèïîôûù]+)$/, 'e$1').toLowerCase();
}
