import type { LetterWords } from './words.ts';

// Spaces before ; : ? ! and inside « » are made narrow where the letter is put together.
const some = (amount: string | null): string => amount ?? 'la somme prélevée';

export const FR: LetterWords = {
  blanks: {
    name: 'Nom',
    address: 'Adresse',
    email: 'E-mail',
    seller: 'Nom et adresse du vendeur',
    order: 'Numéro de commande ou de facture',
    account: 'Adresse e-mail du compte',
    method: 'Moyen de paiement',
    boughtAt: 'Acheté chez',
    ordered: 'Commandé le',
    signature: 'Signature',
  },
  service: 'Service clients',
  greeting: 'Madame, Monsieur,',
  closing: 'Je vous prie d’agréer, Madame, Monsieur, l’expression de mes salutations distinguées.',
  placeAndDate: (blank, date) => `Fait à ${blank}, le ${date}`,
  about: (name, on) => (on ? `${name}, prélèvement du ${on}` : name),
  subject: {
    claim: (about) => `Demande de remboursement : ${about}`,
    review: (about) => `Demande d’examen et de remboursement : ${about}`,
    goodwill: (about) => `Demande de remboursement à titre de geste commercial : ${about}`,
    seller: (about) => `Demande de remboursement : ${about}`,
    announcement: (about) => `Annonce d’une demande de remboursement : ${about}`,
    withdrawal: (about) => `Rétractation du contrat : ${about}`,
    cancellation: (about) => `Résiliation de mon abonnement : ${about}`,
  },
  charged: ({ name, on, amount }) =>
    `${on ? `Le ${on}, vous` : 'Vous'} avez prélevé ${amount ?? 'une somme'} sur mon compte pour ${name}.`,
  bought: ({ name, on, amount }) =>
    `${on ? `Le ${on}, j’ai` : 'J’ai'} acheté ${name} en magasin${amount ? ` au prix de ${amount}` : ''}.`,
  boughtBefore: 'J’avais acheté le produit en magasin.',
  reasons: {
    accidentalSignUp: 'J’ai souscrit cet abonnement par erreur et n’avais pas l’intention de l’acheter.',
    technicalProblem:
      'Le service ne fonctionne pas comme il le devrait, et mes tentatives pour y remédier n’ont rien changé.',
    unauthorised:
      'Je n’ai ni effectué ni autorisé ce paiement. Je vous demande de mener une enquête, de m’indiquer à quel compte et à quelle commande il se rapporte et comment il a été validé, et de faire en sorte qu’aucun autre prélèvement ne suive. J’en informe également mon prestataire de paiement.',
    billingError:
      'Le montant ne correspond pas à ce qui avait été convenu. Je vous demande de le comparer à la commande et à la facture, puis de rectifier la facturation.',
    duplicate: 'J’ai été débité deux fois pour la même prestation, alors qu’un seul paiement était dû.',
    notSatisfied: 'Le produit ne me donne pas satisfaction et je ne souhaite pas le conserver.',
    changeOfMind: 'Je n’ai plus besoin du produit et ne souhaite pas le conserver.',
    serviceChange:
      'Le service a considérablement changé depuis ma souscription et n’est plus celui dont nous étions convenus.',
    priceChange: 'Le prix a changé. Je n’accepte pas le nouveau prix.',
    renewalCharge:
      'Il s’agit d’un renouvellement automatique que je ne voulais pas. Je ne souhaite pas poursuivre l’abonnement.',
    noHd: 'L’abonnement ne comprend pas la qualité d’image que j’attendais.',
    exceptional: 'Des circonstances exceptionnelles existent, que je vous prie de prendre en compte.',
  },
  otherReason: (label) => `Mon motif : ${label}.`,
  unused: 'Je ne l’ai pas utilisé.',
  inMyWords: 'Dans mes propres mots :',
  renewalOff:
    'Je vous demande aussi de désactiver le renouvellement automatique, s’il est encore actif, et de me le confirmer.',
  terms: ({ title, version, since, url, read }) =>
    `« ${title} », version ${version}${since ? `, en vigueur depuis le ${since}` : ''}${url ? ` ; ${url}` : ''}${read ? `, consulté le ${read}` : ''}`,
  based: (terms) => `Ma demande se fonde sur vos conditions de remboursement telles que je les connais (${terms}).`,
  applied: (quote) => `Appliquées à mon cas, elles signifient : « ${quote} »`,
  law: (citation) => `J’invoque en outre la loi : ${citation}.`,
  full: (amount, by) =>
    `Je vous demande donc de me rembourser ${some(amount)} en totalité, par le moyen de paiement que j’ai utilisé, de sorte que l’argent me parvienne au plus tard le ${by}.`,
  part: (amount, by) =>
    `Je vous demande donc de me rembourser la part qui me revient${amount ? `, soit ${amount},` : ''} par le moyen de paiement que j’ai utilisé, de sorte que l’argent me parvienne au plus tard le ${by}, et de m’en communiquer le calcul.`,
  credit: (amount, by) =>
    `Je vous demande donc de m’accorder l’avoir qui me revient${amount ? `, soit ${amount},` : ''} au plus tard le ${by}.`,
  fee: 'Si vous réclamez des frais, je vous prie de m’indiquer, avant tout prélèvement, la clause sur laquelle ils reposent et leur calcul.',
  endsLicence: 'Je sais que la licence est désactivée avec le remboursement.',
  endsAccess: 'Je sais que mon accès prend fin avec le remboursement.',
  noRenewedContract: 'Je sais que, selon vos conditions, je ne pourrai plus me réabonner ensuite.',
  review: 'Selon ces conditions, un cas comme le mien est tranché par une personne.',
  noRule:
    'Pour autant que je les connaisse, vos conditions ne règlent pas un cas comme le mien. Ce n’est pas un refus ; je vous demande de le faire examiner par une personne.',
  reviewAsk: (amount) =>
    `Je vous demande de faire examiner les faits et les justificatifs par une personne et de me rembourser ${some(amount)}.`,
  mayNotPay: (terms) =>
    `J’ai lu vos conditions de remboursement (${terms}). Telles que je les comprends, elles ne prévoient peut-être pas de remboursement dans ce cas.`,
  goodwill: (amount) =>
    `Je vous demande néanmoins de me rembourser ${some(amount)} à titre de geste commercial. Un remboursement partiel ou un avoir m’aiderait aussi.`,
  toSeller: (company) =>
    `Selon ${company}, c’est à celui qui a encaissé le paiement de décider du remboursement. Le paiement vous ayant été versé, je m’adresse à vous.`,
  announce: 'Je demande un remboursement et souhaite que ma demande soit prise en compte à la date de ce jour.',
  follows: 'Je vous transmettrai dès que possible les éléments suivants :',
  open: 'Il reste à établir :',
  withdraw: (name) =>
    `Je vous notifie par la présente ma rétractation du contrat portant sur la prestation de services ci-dessous : ${name}.`,
  withdrawMoney:
    'Je vous demande de me rembourser tous les paiements reçus de ma part sans retard injustifié et au plus tard dans les quatorze jours suivant la réception de la présente, par le moyen de paiement que j’ai utilisé.',
  withdrawPart:
    'Si vous conservez une somme pour la période antérieure à ma rétractation, je vous prie de m’indiquer sur quoi vous vous fondez et comment elle est calculée.',
  confirmReceipt: 'Je vous prie d’accuser réception de la présente sans délai, en indiquant la date et l’heure.',
  cancel: (name) =>
    `Par la présente, je résilie mon abonnement à ${name}, renouvellement automatique compris, à la date la plus proche possible.`,
  cancelConfirm:
    'Je vous prie de me confirmer par écrit la réception de la résiliation et la date à laquelle le contrat prend fin. Je révoque toute autorisation de prélèvement ultérieur.',
  answerBy: (by) =>
    `Je vous prie d’accuser réception de ce courrier et de me répondre par écrit au plus tard le ${by}.`,
  enclosed: 'Pièces jointes :',
  refusal:
    'En cas de refus, même partiel, je vous demande de m’en communiquer les motifs par écrit et de citer la clause ou la disposition sur laquelle vous vous fondez.',
  consequence:
    'Sans réponse de votre part à cette date, je me réserve le droit de contester le prélèvement auprès de mon prestataire de paiement et de saisir un organisme de défense des consommateurs.',
};
