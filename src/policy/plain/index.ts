export type { PlainClause } from './clauses.ts';
export type { PlainCondition } from './conditions.ts';
export { type PlainChapter, type PlainDocument, plainDocument, titleOf } from './document.ts';
export { changedQuotes, changedQuotesByLocale, type QuoteChange, type Quotes, quotesOf } from './quotes.ts';
