import type { Locale } from '#lib/locales.ts';
import type { Citation } from '#policy/index.ts';

/** Words around the numbers of European acts. National laws keep the name they have at home. */
const EUROPEAN: Readonly<Record<Locale, readonly (readonly [RegExp, string])[]>> = {
  en: [],
  ms: [
    [/\bDirective (?=\d)/g, 'Arahan '],
    [/\bRegulation (?=\d)/g, 'Peraturan '],
    [/\bart\. /g, 'perkara '],
    [/ and /g, ' dan '],
  ],
  fr: [
    [/\bDirective (?=\d)/g, 'directive '],
    [/\bRegulation (?=\d)/g, 'règlement '],
    [/\/EU\b/g, '/UE'],
    [/ and /g, ' et '],
  ],
  de: [
    [/\bDirective (?=\d)/g, 'Richtlinie '],
    [/\bRegulation (?=\d)/g, 'Verordnung '],
    [/\bart\. /g, 'Art. '],
    [/ and /g, ' und '],
  ],
};

/** A law as a letter in this language cites it: `Richtlinie 2011/83/EU, Art. 9 und 13`. */
export function citationText({ source, section }: Citation, locale: Locale): string {
  const cited = (text: string): string =>
    EUROPEAN[locale].reduce((done, [from, to]) => done.replaceAll(from, to), text);
  // The name of a national act may hold an English "and" of its own.
  const name = /\d{4}\/\d+/.test(source) ? cited(source) : source;
  return section ? `${name}, ${cited(section)}` : name;
}
