import { foldText } from '../analysis/characters.ts';

/** What a question asks for, as far as its words tell. */
export type Expectation = 'amount' | 'date' | 'person' | 'place' | 'reason' | 'term' | 'open';

/** What asks for what, in our four languages, in folded text; the one that stands first in a question wins. */
const patterns: readonly (readonly [Expectation, RegExp])[] = [
  [
    'date',
    /\b(?:when|(?:what|which) (?:year|date|day|month|decade|century|time)|since when|quand|quelle? (?:annee|date|jour|mois|siecle|epoque|decennie)|wann|(?:welche[mnrs]?) (?:jahr|datum|tag|monat|jahrhundert)|bila|bilakah|tahun berapa|tarikh)\b/,
  ],
  [
    'amount',
    /\b(?:how (?:many|much|long|old|far|tall|large|big|high|fast|often|deep|wide)|(?:what|which) (?:(?:is|was) the (?:\w+ )?)?(?:percent\w*|number|amount|size|speed|price|cost|fee|population|length|distance|temperature|age|proportion)|combien|quel(?:le)? (?:est la |est le |est l|etait la |etait le )?(?:montant|nombre|age|taille|prix|cout|tarif|duree|pourcentage|part|superficie|distance|vitesse|longueur|population|proportion)|wie (?:viel\w*|lange|hoch|alt|weit|gross|oft|schnell|teuer)|berapa\w*)\b/,
  ],
  [
    'place',
    /\b(?:where|^ou|wo|woher|wohin|di ?mana\w*|ke ?mana|(?:what|which) (?:country|city|state|place|region|continent|town|river)|quel(?:le)?s? (?:ville|pays|region|endroit|lieu|continent|fleuve|departement)s?|welche[mnrs]? (?:land|stadt|ort|region|fluss))\b|^ou\b/,
  ],
  [
    'person',
    /\b(?:who|whom|whose|wer|wem|wen|wessen|siapa\w*|(?:what|which) (?:person|king|queen|player|author|president|company|team)|quel(?:le)? (?:roi|reine|auteur|personne|personnage|president|joueur|entreprise|societe|equipe))\b|(?:^|\b(?:a|de|par|avec|pour|contre|chez) )qui\b/,
  ],
  [
    'reason',
    /\b(?:why|(?:for )?what reason|what (?:caused|causes)|pourquoi|pour quelles? raisons?|quelles? (?:est|sont|fut|etaient) (?:la|les) (?:cause|raison)s?|warum|wieso|weshalb|mengapa|kenapa)\b/,
  ],
  [
    'term',
    /\b(?:(?:what|which) (?:is|was|are|were) .{0,60}(?:called|known as|named|term)|(?:what|which) (?:term|name|word)|(?:by what|what other) name|another (?:name|word|term) for|comment (?:s )?(?:appel\w+|nomm\w+)|quel (?:nom|terme|mot|surnom)|quel est le (?:nom|terme|mot|surnom)|wie (?:heiss\w+|nennt)|apa(?:kah)? nama)\b/,
  ],
];

/** Reads what kind of thing a question in one of our languages asks for. */
export function expectationOf(question: string): Expectation {
  const folded = foldText(question.replace(/(?<!\p{L})où(?!\p{L})/giu, 'where'));
  let [found, first]: [Expectation, number] = ['open', folded.length];
  for (const [expectation, pattern] of patterns) {
    const at = folded.search(pattern);
    if (at >= 0 && at < first) [found, first] = [expectation, at];
  }
  return found;
}

const signs: Readonly<Record<Exclude<Expectation, 'open' | 'person' | 'place'>, RegExp>> = {
  amount:
    /\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|hundreds?|thousands?|millions?|billions?|deux|trois|quatre|cinq|sept|huit|neuf|dix|onze|douze|vingt|trente|cents?|mille|milliers?|milliards?|zwei|drei|vier|funf|sechs|sieben|acht|neun|zehn|elf|zwolf|hundert\w*|tausend\w*|million\w*|dua|tiga|empat|lima|enam|tujuh|lapan|sembilan|sepuluh|ratus|ribu|juta|half|twice|double|moitie|halb\w*|doppelt\w*|separuh|percent|%)/,
  date: /\b(?:1\d{3}|20\d{2})s?\b|\b\d{1,2}(?:st|nd|rd|th|er|e)\b|\b(?:january|february|march|april|june|july|august|september|october|november|december|janvier|fevrier|mars|avril|juin|juillet|aout|septembre|octobre|novembre|decembre|januar|februar|marz|juni|juli|oktober|dezember|ogos|disember|century|centuries|decades?|years?|days?|hours?|siecles?|annees?|ans|jours?|jahr\w*|tage?n?|stunden?|monat\w*|abad|tahun|hari|jam|bulan)\b/,
  reason:
    /\b(?:because|due to|since|as a result|so that|in order to|owing|caus\w+|reason\w*|therefore|thus|parce|car|puisque|afin|grace|raisons?|pour|permet\w*|en raison|weil|da|denn|damit|wegen|aufgrund|um|kerana|sebab\w*|supaya|agar)\b/,
  term: /["“«„]|\b(?:called|named|known as|termed|referred|appel\w+|nomm\w+|dite?s?|surnomm\w+|baptis\w+|connue?s?|genannt\w*|heiss\w+|bezeichnet\w*|namens|disebut|dinamakan|dikenali|bernama)\b/,
};
const questionWords =
  /^(?:what|which|who|whom|whose|where|when|why|how|quel|quelle|quels|quelles|qui|que|quoi|ou|quand|comment|combien|pourquoi|lequel|laquelle|was|wer|wem|wen|wo|wann|wie|warum|welche[mnrs]?|apa|apakah|siapa|siapakah|mana|bila|bilakah|bagaimana|bagaimanakah|berapa|berapakah|mengapa|kenapa)$/;

/** True for a folded word that only asks. */
export function isQuestionWord(folded: string): boolean {
  return questionWords.test(folded);
}

const wholeAmount = new RegExp(`^(?:${signs.amount.source})`);
const wholeDate = new RegExp(`^(?:${signs.date.source})$`);

/** True for a folded word that is or begins an amount. */
export function isAmount(folded: string): boolean {
  return /\d/.test(folded) || wholeAmount.test(folded);
}

/** True for a folded word that is a year, a day or a month. */
export function isDate(folded: string): boolean {
  return wholeDate.test(folded);
}

const midSentenceName = /[^.!?…]\s["'“«„(]?(?:[dl]['’])?\p{Lu}/u;
const namedPlace =
  /(?<!\p{L})(?:in|at|near|from|to|of|across|à|a|en|dans|au|aux|de|du|vers|sur|bei|nach|aus|im|am|di|ke|dari|dans|chez)\s(?:the\s|la\s|le\s|les\s|l['’]|der\s|dem\s|den\s|die\s)?\p{Lu}/iu;

/** True when a sentence holds the kind of thing that was asked for. */
export function meets(expectation: Expectation, sentence: string): boolean {
  if (expectation === 'open') return true;
  if (expectation === 'person') return midSentenceName.test(sentence);
  if (expectation === 'place') return namedPlace.test(sentence) && midSentenceName.test(sentence);
  return signs[expectation].test(foldText(sentence));
}

const pronoun =
  /^\W*(?:he|she|it|they|this|these|those|its|his|her|their|il|elle|ils|elles|ce|cet|cette|ces|celui|celle|celui-ci|celle-ci|son|sa|ses|leur|leurs|er|sie|es|dies\w*|sein\w*|ihr\w*|ia|ini|itu|dia|mereka|beliau)\b/;

/** True when a sentence begins by pointing back at what was named before. */
export function startsWithPronoun(sentence: string): boolean {
  return pronoun.test(foldText(sentence.slice(0, 24)));
}
