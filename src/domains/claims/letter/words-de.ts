import type { LetterWords } from './words.ts';

const some = (amount: string | null): string => amount ?? 'den belasteten Betrag';

export const DE: LetterWords = {
  blanks: {
    name: 'Name',
    address: 'Anschrift',
    email: 'E-Mail',
    seller: 'Name und Anschrift des Verkäufers',
    order: 'Bestell- oder Rechnungsnummer',
    account: 'E-Mail-Adresse des Kontos',
    method: 'Zahlungsmethode',
    boughtAt: 'Gekauft bei',
    ordered: 'Bestellt am',
    signature: 'Unterschrift',
  },
  service: 'Kundenservice',
  greeting: 'Sehr geehrte Damen und Herren,',
  closing: 'Mit freundlichen Grüßen',
  placeAndDate: (blank, date) => `${blank}, den ${date}`,
  about: (name, on) => (on ? `${name}, Belastung vom ${on}` : name),
  subject: {
    claim: (about) => `Antrag auf Erstattung: ${about}`,
    review: (about) => `Antrag auf Prüfung und Erstattung: ${about}`,
    goodwill: (about) => `Bitte um Erstattung aus Kulanz: ${about}`,
    seller: (about) => `Antrag auf Erstattung: ${about}`,
    announcement: (about) => `Ankündigung eines Erstattungsantrags: ${about}`,
    withdrawal: (about) => `Widerruf des Vertrags: ${about}`,
    cancellation: (about) => `Kündigung meines Abonnements: ${about}`,
  },
  charged: ({ name, on, amount }) =>
    `${on ? `am ${on} haben Sie` : 'Sie haben'} mir für ${name} ${amount ?? 'einen Betrag'} belastet.`,
  bought: ({ name, on, amount }) =>
    `${on ? `am ${on} habe ich` : 'ich habe'} ${name} im Handel gekauft${amount ? ` und dafür ${amount} bezahlt` : ''}.`,
  boughtBefore: 'Gekauft hatte ich das Produkt im Handel.',
  reasons: {
    accidentalSignUp: 'Dieses Abonnement habe ich versehentlich abgeschlossen; kaufen wollte ich es nicht.',
    technicalProblem:
      'Die Leistung funktioniert nicht so, wie sie sollte, und was ich versucht habe, hat den Fehler nicht behoben.',
    unauthorised:
      'Diese Zahlung habe ich weder veranlasst noch genehmigt. Bitte gehen Sie dem nach, teilen Sie mir mit, zu welchem Konto und welcher Bestellung sie gehört und wie sie freigegeben wurde, und stellen Sie sicher, dass keine weitere Belastung folgt. Meinen Zahlungsdienst informiere ich ebenfalls.',
    billingError:
      'Der Betrag entspricht nicht dem, was vereinbart war. Bitte gleichen Sie ihn mit Bestellung und Rechnung ab und berichtigen Sie die Abrechnung.',
    duplicate: 'Für dieselbe Leistung wurde mir doppelt belastet, obwohl nur eine Zahlung geschuldet war.',
    notSatisfied: 'Ich bin mit dem Produkt nicht zufrieden und möchte es nicht behalten.',
    changeOfMind: 'Ich brauche das Produkt nicht mehr und möchte es nicht behalten.',
    serviceChange:
      'Die Leistung hat sich seit Abschluss meines Abonnements erheblich geändert und ist nicht mehr das, was wir vereinbart haben.',
    priceChange: 'Der Preis hat sich geändert. Dem neuen Preis stimme ich nicht zu.',
    renewalCharge:
      'Es handelt sich um eine automatische Verlängerung, die ich nicht wollte. Ich möchte das Abonnement nicht fortsetzen.',
    noHd: 'Das Abonnement enthält nicht die Bildqualität, die ich erwartet hatte.',
    exceptional: 'Es liegen außergewöhnliche Umstände vor, die ich Sie zu berücksichtigen bitte.',
  },
  otherReason: (label) => `Mein Grund: ${label}.`,
  unused: 'Genutzt habe ich es nicht.',
  inMyWords: 'In meinen eigenen Worten:',
  renewalOff:
    'Bitte schalten Sie außerdem die automatische Verlängerung ab, falls sie noch eingeschaltet ist, und bestätigen Sie mir das.',
  terms: ({ title, version, since, url, read }) =>
    `„${title}“, Fassung ${version}${since ? `, gültig seit ${since}` : ''}${url ? `; ${url}` : ''}${read ? `, abgerufen am ${read}` : ''}`,
  based: (terms) => `Mein Antrag stützt sich auf Ihre Erstattungsregeln, soweit sie mir bekannt sind (${terms}).`,
  applied: (quote) => `Für meinen Fall bedeuten sie: „${quote}“`,
  law: (citation) => `Außerdem berufe ich mich auf das Gesetz: ${citation}.`,
  full: (amount, by) =>
    `Ich bitte Sie daher, mir ${some(amount)} vollständig über die von mir genutzte Zahlungsmethode zu erstatten, sodass das Geld spätestens am ${by} bei mir eingeht.`,
  part: (amount, by) =>
    `Ich bitte Sie daher, mir den Teil, der mir zusteht${amount ? ` (${amount})` : ''}, über die von mir genutzte Zahlungsmethode zu erstatten, sodass das Geld spätestens am ${by} bei mir eingeht, und mir die Berechnung offenzulegen.`,
  credit: (amount, by) =>
    `Ich bitte Sie daher, mir die Gutschrift, die mir zusteht${amount ? ` (${amount})` : ''}, spätestens bis zum ${by} zu erteilen.`,
  fee: 'Sollten Sie eine Gebühr verlangen, nennen Sie mir bitte vor der Belastung die Klausel, auf der sie beruht, und die Berechnung.',
  endsLicence: 'Mir ist bekannt, dass die Lizenz mit der Erstattung deaktiviert wird.',
  endsAccess: 'Mir ist bekannt, dass mein Zugang mit der Erstattung endet.',
  noRenewedContract: 'Mir ist bekannt, dass ich nach Ihren Regeln danach kein neues Abonnement abschließen kann.',
  review: 'Nach diesen Regeln entscheidet über Fälle wie meinen ein Mensch.',
  noRule:
    'Soweit mir Ihre Regeln bekannt sind, erfassen sie einen Fall wie meinen nicht. Das ist keine Ablehnung; bitte lassen Sie ihn von einem Menschen prüfen.',
  reviewAsk: (amount) =>
    `Ich bitte Sie, den Sachverhalt und die Nachweise von einem Menschen prüfen zu lassen und mir ${some(amount)} zu erstatten.`,
  mayNotPay: (terms) =>
    `Ihre Erstattungsregeln habe ich gelesen (${terms}). So wie ich sie verstehe, sehen sie in diesem Fall womöglich keine Erstattung vor.`,
  goodwill: (amount) =>
    `Dennoch bitte ich Sie, mir ${some(amount)} aus Kulanz zu erstatten. Auch eine teilweise Erstattung oder eine Gutschrift würde mir helfen.`,
  toSeller: (company) =>
    `Nach Angaben von ${company} entscheidet über eine Erstattung, wer die Zahlung erhalten hat. Die Zahlung ging an Sie; deshalb schreibe ich Ihnen.`,
  announce: 'Ich beantrage eine Erstattung und bitte Sie, meinen Antrag als heute gestellt zu behandeln.',
  follows: 'Folgendes reiche ich nach, sobald es mir vorliegt:',
  open: 'Noch offen ist:',
  withdraw: (name) =>
    `hiermit widerrufe ich den von mir abgeschlossenen Vertrag über die Erbringung der folgenden Dienstleistung: ${name}.`,
  withdrawMoney:
    'Bitte erstatten Sie mir alle Zahlungen, die Sie von mir erhalten haben, unverzüglich und spätestens binnen 14 Tagen ab Zugang dieses Widerrufs über die von mir genutzte Zahlungsmethode.',
  withdrawPart:
    'Sollten Sie für die Zeit vor meinem Widerruf einen Betrag einbehalten, legen Sie mir bitte dar, worauf Sie das stützen und wie er berechnet ist.',
  confirmReceipt: 'Bitte bestätigen Sie mir den Eingang dieses Widerrufs unverzüglich mit Datum und Uhrzeit.',
  cancel: (name) =>
    `hiermit kündige ich mein Abonnement bei ${name} einschließlich einer automatischen Verlängerung zum nächstmöglichen Zeitpunkt.`,
  cancelConfirm:
    'Bitte bestätigen Sie mir in Textform den Eingang der Kündigung und das Datum, zu dem der Vertrag endet. Eine erteilte Ermächtigung zu weiteren Abbuchungen widerrufe ich.',
  answerBy: (by) =>
    `Bitte bestätigen Sie den Eingang dieses Schreibens und antworten Sie mir schriftlich bis zum ${by}.`,
  enclosed: 'Anlagen:',
  refusal:
    'Sollten Sie ganz oder teilweise ablehnen, teilen Sie mir bitte die Gründe schriftlich mit und nennen Sie die Klausel oder Vorschrift, auf die Sie sich stützen.',
  consequence:
    'Sollte ich bis dahin keine Antwort erhalten, behalte ich mir vor, der Belastung bei meinem Zahlungsdienst zu widersprechen und mich an eine Verbraucherorganisation zu wenden.',
};
