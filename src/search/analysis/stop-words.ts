import { list } from './regions.ts';

/**
 * Light stop lists: only words that carry nothing in any question, folded. Long lists hurt short questions ("how do I
 * get off", "was ist los"), so these stay short; a query of stop words only is searched with all its words.
 */
const stopLists: Readonly<Record<string, string>> = {
  en: `a an the and or of to in on at by for from with as is are was were be been am it its this that these those i
    my me you your we our he his she her they their them do does did have has had will would can could should there
    what which who whom how when where why if so than then but into about any some s t`,
  fr: `le la les l un une des du de d et ou a au aux en dans sur par pour avec sans ce cet cette ces c il elle ils elles
    on je j tu nous vous me m te t se s mon ma mes ton ta tes son sa ses notre nos votre vos leur leurs qui que qu quoi
    quel quelle quels quelles est sont etait etaient ete etre ai as ont avait y n ne pas plus comment quand pourquoi
    combien dont lequel laquelle`,
  de: `der die das den dem des ein eine einen einem einer eines und oder in im an am auf aus bei beim mit nach von vom zu
    zum zur fur uber unter ist sind war waren wird werden wurde wurden sein hat haben hatte ich du er sie es wir ihr
    mich mir mein meine meinen sich was wer wie wann wo warum welche welcher welches dass als auch so wenn`,
  ms: `yang dan di ke dari daripada untuk dengan pada dalam adalah ialah itu ini saya anda awak kami kita dia mereka
    apa apakah siapa bagaimana bila mana mengapa kenapa oleh atau sebagai akan telah sudah ada juga para lah kah
    se sebuah seorang boleh`,
};

const none: ReadonlySet<string> = new Set();
const sets = new Map(Object.entries(stopLists).map(([locale, words]) => [locale, new Set(list(words))]));

/** The stop words of a language, folded; empty for languages we do not ship. */
export function stopWordsOf(language: string): ReadonlySet<string> {
  return sets.get(language) ?? none;
}

/** Words that frame a question more often than they say what it is about, folded. They count half. */
const framingLists: Readonly<Record<string, string>> = {
  en: `called call name named kind type sort many much long way get got make happen happened use used need want know
    find tell possible best mean like work difference between term terms typically example examples happens
    located thought considered take took taken become became known usually often another one go went come came give
    gave given people person place`,
  fr: `appelle appelait appeler nomme nommait nom type sorte genre trouve trouvait situe situait permet fait faire faut
    existe signifie principal principale principaux principales peut peuvent pourrait veut dire devient devenu different
    grand grande cause raison role but selon afin lors entre leur lieu endroit evenement personnes types nombre surnom
    nationalite caracteristique caracteristiques consequence consequences profession facteur facteurs fut furent eu
    font passe vient sert servent possede appartient arrive considere`,
  de: `heisst heissen nennt genannt name art gibt geht macht machen kann konnen findet liegt bedeutet viel viele lange
    brauche mochte will wichtigste`,
  ms: `nama jenis cara buat dapat perlu mahu hendak ingin guna maksud banyak`,
};
const framing = new Map(Object.entries(framingLists).map(([locale, words]) => [locale, new Set(list(words))]));

/** The framing words of a language; empty for languages we do not ship. */
export function framingWordsOf(language: string): ReadonlySet<string> {
  return framing.get(language) ?? none;
}
