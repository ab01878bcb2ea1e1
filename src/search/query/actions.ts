import { languageOf } from '../analysis/language.ts';
import { PHRASE_WORDS } from '../limits.ts';
import type { SearchDocument } from '../types.ts';
import { contentWords, wordsOf } from './words.ts';

interface Intent {
  readonly documentId: string;
  readonly stems: readonly string[];
}

/** Share of a query's words an intent must explain for its action to stand first. */
const CLEAR_SHARE = 0.5;
/** Letters of an unfinished word that may begin an intent's word. */
const SHORTEST_UNFINISHED = 5;
/** And how close to the best one's it must come: “charged twice” asks for a refund, not for whatever “charged” asks. */
const NEARLY_BEST = 0.75;

export interface ActionMatch {
  readonly documentId: string;
  /** True when the words ask for hardly anything else. */
  readonly isClear: boolean;
}

/** The words that ask for actions, per locale: the titles and aliases of action documents. */
export class ActionIndex {
  private readonly intents = new Map<string, Intent[]>();

  add(document: SearchDocument): void {
    if (document.type !== 'action') return;
    const intents = this.intents.get(document.locale) ?? [];
    for (const phrase of [document.title, ...(document.aliases ?? [])]) {
      const stems = stemsOf(phrase, document.locale).slice(0, PHRASE_WORDS);
      if (stems.length > 0) intents.push({ documentId: document.id, stems });
    }
    this.intents.set(document.locale, intents);
  }

  remove(document: SearchDocument): void {
    const intents = this.intents.get(document.locale) ?? [];
    this.intents.set(
      document.locale,
      intents.filter(({ documentId }) => documentId !== document.id),
    );
  }

  /** Actions whose words all stand in the query, the last one perhaps unfinished while typing; those that explain most of it first. */
  asked(text: string, locale: string, isTyping = false): readonly ActionMatch[] {
    const asked = new Set(stemsOf(text, locale));
    const unfinished = isTyping ? unfinishedWord(text, locale) : '';
    const isBegun = (stem: string): boolean =>
      stem.startsWith(unfinished) || (stem.length >= SHORTEST_UNFINISHED && unfinished.startsWith(stem));
    const isAsked = (stem: string): boolean => asked.has(stem) || (unfinished !== '' && isBegun(stem));
    const shares = new Map<string, number>();
    for (const { documentId, stems } of this.intents.get(locale) ?? []) {
      if (!stems.every(isAsked)) continue;
      shares.set(documentId, Math.max(shares.get(documentId) ?? 0, stems.length / asked.size));
    }
    const sorted = [...shares].sort(([left, share], [right, other]) => other - share || (left < right ? -1 : 1));
    const best = sorted[0]?.[1] ?? 0;
    return sorted.map(([documentId, share]) => ({
      documentId,
      isClear: share >= Math.max(CLEAR_SHARE, best * NEARLY_BEST),
    }));
  }
}

/** The last word as far as it was typed, when it is long enough to tell; empty otherwise. */
function unfinishedWord(text: string, locale: string): string {
  const last = wordsOf(text, languageOf(locale)).at(-1);
  return last !== undefined && last.end === text.length && last.folded.length >= SHORTEST_UNFINISHED ? last.folded : '';
}

function stemsOf(text: string, locale: string): readonly string[] {
  const language = languageOf(locale);
  const words = contentWords(wordsOf(text, language));
  const stem = ({ typed }: { typed: string }): string =>
    language.stem(typed.normalize('NFC').toLowerCase(), () => false);
  return [...new Set(words.map(stem))];
}
