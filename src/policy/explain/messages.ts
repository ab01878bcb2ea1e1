import type { Texts } from '../model/document.ts';

/** Sentences of the engine itself, in ICU MessageFormat. Rules bring their own. */
export const MESSAGES = {
  lastDay: {
    en: 'The last day to ask was or is {date}.',
    ms: 'Hari terakhir untuk memohon ialah {date}.',
    fr: 'Le dernier jour pour demander est le {date}.',
    de: 'Der letzte Tag für die Anfrage ist der {date}.',
  },
  changeEvidence: {
    en: 'What would change this: {evidence}.',
    ms: 'Yang boleh mengubahnya: {evidence}.',
    fr: 'Ce qui changerait la réponse : {evidence}.',
    de: 'Was daran etwas ändern würde: {evidence}.',
  },
  changeFact: {
    en: 'What would change this: another value of {fact}. If it is wrong, tell us.',
    ms: 'Yang boleh mengubahnya: nilai lain bagi {fact}. Jika salah, beritahu kami.',
    fr: 'Ce qui changerait la réponse : une autre valeur de {fact}. Si elle est fausse, dites-le-nous.',
    de: 'Was daran etwas ändern würde: ein anderer Wert von {fact}. Ist er falsch, sagen Sie es uns.',
  },
  changeTooLate: {
    en: 'Only an earlier request would have changed this; the time cannot be made up for.',
    ms: 'Hanya permohonan yang lebih awal dapat mengubahnya; masa tidak dapat diundur.',
    fr: 'Seule une demande plus tôt aurait changé la réponse ; le délai ne se rattrape pas.',
    de: 'Nur eine frühere Anfrage hätte daran etwas geändert; die Frist lässt sich nicht nachholen.',
  },
  stepAnswer: {
    en: 'We need an answer before we can decide: {fact}.',
    ms: 'Kami memerlukan jawapan sebelum membuat keputusan: {fact}.',
    fr: 'Il nous faut une réponse avant de décider : {fact}.',
    de: 'Vor der Entscheidung brauchen wir eine Antwort: {fact}.',
  },
  stepEvidence: {
    en: 'Please send: {evidence}. Your request keeps its date.',
    ms: 'Sila hantar: {evidence}. Permohonan anda kekal pada tarikhnya.',
    fr: 'Veuillez envoyer : {evidence}. Votre demande garde sa date.',
    de: 'Bitte senden Sie: {evidence}. Ihre Anfrage behält ihr Datum.',
  },
  stepReview: {
    en: 'A person looks at it.',
    ms: 'Seorang petugas akan menyemaknya.',
    fr: 'Une personne l’examine.',
    de: 'Ein Mensch prüft es.',
  },
  stepRoute: {
    en: 'Ask there: {to}.',
    ms: 'Tanya di sana: {to}.',
    fr: 'Adressez-vous à : {to}.',
    de: 'Wenden Sie sich an: {to}.',
  },
  noRule: {
    en: 'No rule covers this. That is not a refusal; a person has to look at it.',
    ms: 'Tiada peraturan merangkumi perkara ini. Ini bukan penolakan; petugas perlu menyemaknya.',
    fr: 'Aucune règle ne couvre ce cas. Ce n’est pas un refus ; une personne doit l’examiner.',
    de: 'Dafür gibt es keine Regel. Das ist keine Ablehnung; ein Mensch muss es prüfen.',
  },
  appeal: {
    en: 'You can appeal within {count, plural, one {# day} other {# days}}.',
    ms: 'Anda boleh membuat rayuan dalam {count} hari.',
    fr: 'Vous pouvez faire un recours dans {count, plural, one {# jour} other {les # jours}}.',
    de: 'Sie können innerhalb von {count, plural, one {# Tag} other {# Tagen}} widersprechen.',
  },
} as const satisfies Readonly<Record<string, Required<Texts>>>;

export type MessageId = keyof typeof MESSAGES;

/** A sentence for the customer: which one, what to fill in, and its pattern in each language there is. */
export interface Message {
  readonly id: string;
  readonly params: Readonly<Record<string, string | number>>;
  readonly texts: Texts;
}

export const message = (id: MessageId, params: Message['params'] = {}): Message => ({
  id,
  params,
  texts: MESSAGES[id],
});
