import type { Locale } from '#lib/locales.ts';
import type { ClaimFile } from '../claim.ts';
import { SAID_IN_LETTER } from '../papers/evidence.ts';
import { awardsOf } from '../papers/reading.ts';
import { BLANK, type Letter } from './letter.ts';
import { letterKind } from './letter-kind.ts';
import { isTold, type LetterReading, readForLetter } from './letter-reading.ts';
import type { LetterKind, ToldReason } from './words.ts';

/** Words that mean the same as one we have a sentence for. */
const ALIKE: Readonly<Record<string, ToldReason>> = { unhappy: 'notSatisfied' };
/** Where the company itself refunds what a shop sold. */
const IN_A_SHOP = 'retail';
/** What a store is called where it is no one's secret. */
const SELLERS: Readonly<Record<string, string>> = { appStore: 'Apple (App Store)', playStore: 'Google (Google Play)' };

/**
 * Writes the letter a decision calls for, in one language. What only the customer knows is a line to fill in.
 * @returns plain text, ready to be printed, mailed or rewritten
 */
export function composeLetter(file: ClaimFile, locale: Locale): Letter {
  const reading = readForLetter(file, locale);
  const { words, spent } = reading;
  const kind = letterKind(file);
  const typeset = locale === 'fr' ? narrowSpaces : (text: string) => text;
  const subject = typeset(words.subject[kind](words.about(spent.name, spent.on)));
  const told = tellOwnWords(reading);
  const paragraphs = [
    ...beginning(kind, reading).map(typeset),
    ...(told === null ? [] : [`${typeset(words.inMyWords)}\n${told}`]),
    ...middle(kind, reading).map(typeset),
    ...ending(kind, reading).map(typeset),
  ];
  const to = kind === 'seller' ? sellerName(file) : file.brand.company;
  const name = typeset(`${labelOf(words.blanks.name, locale)}: ${BLANK}`);
  const body = [words.greeting, ...paragraphs, words.closing, name].join('\n\n');
  return {
    locale,
    kind,
    to,
    subject,
    paragraphs,
    body,
    text: wholeText({ ...reading, kind, to, subject, paragraphs }),
  };
}

/** French sets a narrow space before high marks and inside quotation marks. Addresses on the web keep their colons. */
export const narrowSpaces = (text: string): string =>
  text.replaceAll(/ ([;:?!»])/g, '\u202f$1').replaceAll(/« /g, '«\u202f');

const sellerName = ({ decision }: ClaimFile): string => SELLERS[awardsOf(decision)[0]?.to ?? ''] ?? '';

const beginning = (kind: LetterKind, reading: LetterReading): readonly string[] => {
  const { words, spent, file } = reading;
  if (kind === 'withdrawal') return [words.withdraw(spent.name), ...orderLines(reading)];
  if (kind === 'cancellation') return [words.cancel(spent.name)];
  const inShop = file.channel === IN_A_SHOP;
  // What was bought in a shop may have renewed itself since: then it is the renewal that was charged.
  const opening =
    file.reason === 'renewalCharge'
      ? [words.charged(spent), ...(inShop ? [words.boughtBefore] : [])]
      : [inShop ? words.bought(spent) : words.charged(spent)];
  return [sentence([...opening, ...reasonSentences(reading)])];
};

const orderLines = ({ words, spent }: LetterReading): readonly string[] => [
  [`${words.blanks.ordered}: ${BLANK}`, ...(spent.on ? [words.charged(spent)] : [])].map(capitalised).join('\n'),
];

const capitalised = (text: string): string => text.charAt(0).toLocaleUpperCase() + text.slice(1);
const sentence = (parts: readonly string[]): string => parts.filter((part) => part !== '').join(' ');

function reasonSentences({ file, words, labels }: LetterReading): readonly string[] {
  const { reason } = file;
  if (reason === null || reason === 'other') return [];
  const known = ALIKE[reason] ?? reason;
  if (!isTold(known)) return [words.otherReason(labels.word('request.reason', reason))];
  const isUnused = file.claim.answers.some(({ path, value }) => path.startsWith('usage[') && value === 0);
  return [words.reasons[known], ...(known === 'accidentalSignUp' && isUnused ? [words.unused] : [])];
}

/** What the customer wrote, or lines to write it on where the case cannot do without. */
function tellOwnWords({ story, file, evidence }: LetterReading): string | null {
  if (story !== '') return story;
  const isNeeded = file.reason === 'technicalProblem' || evidence.some(({ type }) => type === 'explanation');
  return isNeeded ? `${BLANK}${BLANK}\n${BLANK}${BLANK}` : null;
}

function middle(kind: LetterKind, reading: LetterReading): readonly string[] {
  const { words, sum, terms, file, moneyBy, laws } = reading;
  const said = informationLines(reading);
  const basis =
    terms === null || file.decision.kind === 'noRule' ? [] : [sentence([words.based(terms), ...applied(reading)])];
  const law = laws.map(words.law);
  switch (kind) {
    case 'claim':
      return [...said, ...basis, ...law, asked(reading), ...consequences(reading)];
    case 'review':
      return [...said, ...basis, sentence([basis.length > 0 ? words.review : words.noRule, words.reviewAsk(sum)])];
    case 'goodwill':
      return [
        ...said,
        ...(terms === null ? [] : [sentence([words.mayNotPay(terms), ...applied(reading)])]),
        words.goodwill(sum),
      ];
    case 'seller':
      return [...said, words.toSeller(file.brand.company), words.full(sum, moneyBy)];
    case 'announcement':
      return [...said, ...openMatters(reading)];
    case 'withdrawal':
      return [...law, words.withdrawMoney, ...(file.decision.kind === 'partial' ? [words.withdrawPart] : [])];
    case 'cancellation':
      return [...law, words.cancelConfirm, ...(file.decision.kind === 'fee' ? [words.fee] : [])];
  }
}

const applied = ({ words, quotes }: LetterReading): readonly string[] =>
  quotes.length > 0 ? [words.applied(quotes.join(' '))] : [];

/** Evidence that is words: each with a line to write it on. */
function informationLines({ evidence, labels, locale }: LetterReading): readonly string[] {
  const lines = evidence
    .filter(({ type }) => SAID_IN_LETTER.has(type) && !HEAD_LINES.has(type) && type !== 'explanation')
    .map(({ type }) => `${labelOf(labels.word('evidence', type), locale)}: ${BLANK}`);
  return lines.length > 0 ? [lines.join('\n')] : [];
}

/** Asked for at the head of every letter already. */
const HEAD_LINES: ReadonlySet<string> = new Set(['invoiceNumber', 'purchaseEmail']);
const labelOf = (label: string, locale: Locale): string => `${capitalised(label)}${locale === 'fr' ? ' ' : ''}`;

function asked({ words, file, sum, moneyBy }: LetterReading): string {
  const [award] = awardsOf(file.decision);
  const kind = file.decision.kind === 'ask' ? award?.kind : file.decision.kind;
  if (kind === 'partial') return words.part(sum, moneyBy);
  return kind === 'credit' || kind === 'inKind' ? words.credit(sum, moneyBy) : words.full(sum, moneyBy);
}

/** What the customer knows will happen with the refund, so that nobody has to ask back. */
function consequences({ words, file }: LetterReading): readonly string[] {
  const effects = new Set(
    [...file.decision.effects, ...awardsOf(file.decision).flatMap((award) => award.effects)].map(
      ({ do: what }) => what,
    ),
  );
  const known = [
    effects.has('deactivateLicence') ? words.endsLicence : '',
    effects.has('endNow') ? words.endsAccess : '',
    effects.has('barResubscribe') ? words.noRenewedContract : '',
    file.reason === 'renewalCharge' ? words.renewalOff : '',
  ];
  const text = sentence(known);
  return text === '' ? [] : [text];
}

/** Papers to follow, and facts nobody knows yet, by their names. */
function openMatters({ words, evidence, labels, file }: LetterReading): readonly string[] {
  const papers = evidence.filter(({ done }) => !done).map(({ type }) => labels.word('evidence', type));
  const facts = file.decision.missing.map(({ path }) => labels.fact(path));
  const bullets = (items: readonly string[]): string =>
    [...new Set(items)].map((item) => `– ${capitalised(item)}`).join('\n');
  return [
    words.announce,
    ...(papers.length > 0 ? [`${words.follows}\n${bullets(papers)}`] : []),
    ...(facts.length > 0 ? [`${words.open}\n${bullets(facts)}`] : []),
  ];
}

function ending(kind: LetterKind, { words, answerBy, evidence, labels }: LetterReading): readonly string[] {
  const papers = evidence
    // Of several of which any will do, only what is at hand can be enclosed.
    .filter(({ type, anyOf, done }) => !SAID_IN_LETTER.has(type) && (done || !anyOf))
    .map(({ type }) => `– ${capitalised(labels.word('evidence', type))}`);
  const enclosed = kind === 'announcement' || papers.length === 0 ? [] : [[words.enclosed, ...papers].join('\n')];
  if (kind === 'withdrawal') return [words.confirmReceipt, ...enclosed];
  if (kind === 'cancellation') return [...enclosed];
  const isFirm = kind === 'claim' || kind === 'review' || kind === 'seller';
  return [words.answerBy(answerBy), words.refusal, ...(isFirm ? [words.consequence] : []), ...enclosed];
}

type Composed = LetterReading & Pick<Letter, 'kind' | 'to' | 'subject' | 'paragraphs'>;

/** The letter as it lies on paper: sender, receiver, place and date, subject, text, signature. */
function wholeText({ words, written, locale, kind, to, subject, paragraphs }: Composed): string {
  const { blanks } = words;
  const line = (name: string): string => `${name}${locale === 'fr' ? '\u202f' : ''}: ${BLANK}`;
  const receiver = to === '' ? line(blanks.seller) : kind === 'seller' ? to : `${to}\n${words.service}`;
  return [
    [line(blanks.name), line(blanks.address), line(blanks.email)].join('\n'),
    receiver,
    words.placeAndDate(BLANK, written),
    subject,
    [line(blanks.order), line(blanks.account)].join('\n'),
    words.greeting,
    ...paragraphs,
    words.closing,
    [BLANK, line(blanks.name)].join('\n'),
  ].join('\n\n');
}
