import { foldText } from '../analysis/characters.ts';

/** What a question asks for, as far as its words tell. */
export type Expectation = 'amount' | 'date' | 'name' | 'open';

const patterns: readonly (readonly [Expectation, RegExp])[] = [
  [
    'date',
    /\b(?:when|(?:what|which|in what) (?:year|date|day|month|decade|century)|quand|quelle? (?:annee|date|jour|mois|siecle|epoque)|depuis quand|wann|(?:welche[mnrs]?) (?:jahr|datum|tag|monat)|bila|bilakah|tahun berapa|tarikh)\b/,
  ],
  [
    'amount',
    /\b(?:how (?:many|much|long|old|far|tall|large|big|high|fast|often|deep|wide)|(?:what|which) (?:percent\w*|number|amount|size|speed|price|cost|population|length|distance|temperature|age)|combien|quel(?:le)? (?:montant|nombre|age|taille|prix|cout|duree|pourcentage|part|superficie|distance|vitesse|longueur|population|proportion)|wie (?:viel\w*|lange|hoch|alt|weit|gross|oft|schnell|teuer)|berapa\w*)\b/,
  ],
  [
    'name',
    /\b(?:who|whom|whose|where|qui|ou|wer|wem|wen|wessen|wo|woher|wohin|siapa\w*|di ?mana\w*|(?:what|which) (?:country|city|state|person|company|team|player|king|queen|river|place|name)|(?:dans )?quel(?:le)? (?:ville|pays|region|personne|roi|nom|entreprise|societe|equipe|auteur))\b/,
  ],
];

/** Reads what kind of thing a question in one of our languages asks for. */
export function expectationOf(question: string): Expectation {
  const folded = foldText(question);
  return patterns.find(([, pattern]) => pattern.test(folded))?.[0] ?? 'open';
}

const amount =
  /\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|hundred|thousand|million|deux|trois|quatre|cinq|sept|huit|neuf|dix|cent|mille|zwei|drei|vier|sechs|sieben|acht|zehn|hundert|tausend|dua|tiga|empat|lima|enam|tujuh|lapan|sembilan|sepuluh|half|moitie|halb\w*|separuh|percent|%)/i;
const date =
  /\b(?:1\d{3}|20\d{2})\b|\d{1,2}(?:st|nd|rd|th|er|e|\.)? ?\p{L}{3,}|\b(?:january|february|march|april|june|july|august|september|october|november|december|janvier|fevrier|mars|avril|juin|juillet|aout|octobre|decembre|januar|februar|juni|juli|oktober|dezember|century|siecle|jahrhundert|abad)\b/iu;
const midSentenceName = /[^.!?…]\s["'“«„(]?\p{Lu}/u;

/** True when a sentence holds the kind of thing that was asked for. */
export function meets(expectation: Expectation, sentence: string): boolean {
  if (expectation === 'amount') return amount.test(foldText(sentence));
  if (expectation === 'date') return date.test(foldText(sentence));
  return expectation === 'name' && midSentenceName.test(sentence);
}

const pronoun =
  /^\W*(?:he|she|it|they|this|these|those|its|his|her|their|il|elle|ils|elles|ce|cet|cette|ces|celui|celle|son|sa|ses|leur|leurs|er|sie|es|dies\w*|sein\w*|ihr\w*|ia|ini|itu|dia|mereka|beliau)\b/;

/** True when a sentence begins by pointing back at what was named before. */
export function startsWithPronoun(sentence: string): boolean {
  return pronoun.test(foldText(sentence.slice(0, 24)));
}
