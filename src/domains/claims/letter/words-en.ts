import type { LetterWords } from './words.ts';

const some = (amount: string | null): string => amount ?? 'the amount charged';

export const EN: LetterWords = {
  blanks: {
    name: 'Name',
    address: 'Address',
    email: 'E-mail',
    seller: 'Name and address of the seller',
    order: 'Order or invoice number',
    account: 'E-mail address of the account',
    method: 'Means of payment',
    boughtAt: 'Bought at',
    ordered: 'Ordered on',
    signature: 'Signature',
  },
  service: 'Customer service',
  greeting: 'Dear Sir or Madam,',
  closing: 'Yours faithfully,',
  placeAndDate: (blank, date) => `${blank}, ${date}`,
  about: (name, on) => (on ? `${name}, charge of ${on}` : name),
  subject: {
    claim: (about) => `Refund request: ${about}`,
    review: (about) => `Request for review and refund: ${about}`,
    goodwill: (about) => `Request for a refund as a gesture of goodwill: ${about}`,
    seller: (about) => `Refund request: ${about}`,
    announcement: (about) => `Notice of a refund request: ${about}`,
    withdrawal: (about) => `Withdrawal from the contract: ${about}`,
    cancellation: (about) => `Cancellation of my subscription: ${about}`,
  },
  charged: ({ name, on, amount }) =>
    `${on ? `On ${on} you` : 'You'} charged me ${amount ? `${amount} ` : ''}for ${name}.`,
  bought: ({ name, on, amount }) =>
    `${on ? `On ${on} I` : 'I'} bought ${name} in a shop${amount ? ` and paid ${amount}` : ''}.`,
  boughtBefore: 'I had bought the product in a shop.',
  reasons: {
    accidentalSignUp: 'I took out this subscription by mistake and did not mean to buy it.',
    technicalProblem: 'The service does not work as it should, and what I tried did not put it right.',
    unauthorised:
      'I neither made nor approved this payment. Please investigate it, tell me which account and order it belongs to and how it was approved, and make sure that no further charge follows. I am informing my payment provider as well.',
    billingError:
      'The amount is not what was agreed. Please compare it with the order and the invoice and correct the bill.',
    duplicate: 'I was charged twice for the same thing, although only one payment was due.',
    notSatisfied: 'I am not satisfied with the product and do not want to keep it.',
    changeOfMind: 'I no longer need the product and do not want to keep it.',
    serviceChange: 'The service has changed considerably since I subscribed and is no longer what we agreed on.',
    priceChange: 'The price has changed. I do not agree to the new price.',
    renewalCharge: 'This was an automatic renewal, which I did not want. I do not wish to go on with the subscription.',
    noHd: 'The subscription does not include the picture quality I expected.',
    exceptional: 'There are exceptional circumstances, which I ask you to take into account.',
  },
  otherReason: (label) => `My reason: ${label}.`,
  unused: 'I have not used it.',
  inMyWords: 'In my own words:',
  renewalOff: 'Please also turn off automatic renewal, if it is still on, and confirm that you have done so.',
  terms: ({ title, version, since, url, read }) =>
    `“${title}”, version ${version}${since ? `, in force since ${since}` : ''}${url ? `; ${url}` : ''}${read ? `, read on ${read}` : ''}`,
  based: (terms) => `My request is based on your refund terms as I know them (${terms}).`,
  applied: (quote) => `Applied to my case, they come to this: “${quote}”`,
  law: (citation) => `I also rely on the law: ${citation}.`,
  full: (amount, by) =>
    `I therefore ask you to refund ${some(amount)} in full, by the means of payment I used, so that the money reaches me by ${by} at the latest.`,
  part: (amount, by) =>
    `I therefore ask you to refund the part that is due to me${amount ? `, ${amount},` : ''} by the means of payment I used, so that the money reaches me by ${by} at the latest, and to show me how you calculated it.`,
  credit: (amount, by) =>
    `I therefore ask you to give me the credit that is due to me${amount ? `, ${amount},` : ''} by ${by} at the latest.`,
  fee: 'If you claim a fee, please show me which clause it rests on and how it is calculated before you charge it.',
  endsLicence: 'I know that the licence is deactivated with the refund.',
  endsAccess: 'I know that my access ends with the refund.',
  noRenewedContract: 'I know that under your terms I cannot subscribe again afterwards.',
  review: 'According to these terms a person decides about cases such as mine.',
  noRule:
    'As far as I know your terms, they do not settle a case such as mine. That is no refusal; please have a person look at it.',
  reviewAsk: (amount) =>
    `I ask you to have the facts and the evidence reviewed by a person and to refund ${some(amount)}.`,
  mayNotPay: (terms) =>
    `I have read your refund terms (${terms}). As I understand them, they may give me no refund in this case.`,
  goodwill: (amount) =>
    `All the same, I ask you to refund ${some(amount)} as a gesture of goodwill. A refund in part or a credit would help me too.`,
  toSeller: (company) =>
    `${company} states that whoever took the payment decides about a refund. The payment went to you, which is why I am writing to you.`,
  announce: 'I am asking for a refund and wish my request to count from today.',
  follows: 'I will send you the following as soon as I have it:',
  open: 'The following is still open:',
  withdraw: (name) =>
    `I hereby give notice that I withdraw from my contract for the provision of the following service: ${name}.`,
  withdrawMoney:
    'Please reimburse all payments received from me without undue delay, and not later than 14 days after you receive this notice, by the means of payment I used.',
  withdrawPart:
    'If you keep an amount for the time before my withdrawal, please show me what entitles you to it and how it is calculated.',
  confirmReceipt: 'Please confirm without delay that you have received this notice, with date and time.',
  cancel: (name) =>
    `I hereby cancel my subscription to ${name} with effect from the earliest possible date, including any automatic renewal.`,
  cancelConfirm:
    'Please confirm in writing that you have received the cancellation and on which date the contract ends. I revoke any permission to take further payments.',
  answerBy: (by) => `Please confirm receipt of this letter and let me have your answer in writing by ${by}.`,
  enclosed: 'Enclosed:',
  refusal:
    'Should you refuse, even in part, please give me the reasons in writing and name the clause or provision you rely on.',
  consequence:
    'If I receive no answer by then, I reserve the right to dispute the charge with my payment provider and to turn to a consumer body.',
};
