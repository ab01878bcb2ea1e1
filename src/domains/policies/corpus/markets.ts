import type { Weighted } from './random.ts';

/** Where customers live, what their clock says, and what they pay in. */
export interface Market {
  readonly region: string;
  readonly zone: string;
  readonly currency: 'EUR' | 'GBP' | 'USD' | 'MYR' | 'JPY' | 'CHF' | 'AUD' | 'BRL';
}

const market = (region: string, zone: string, currency: Market['currency']): Market => ({ region, zone, currency });

/** How many requests in a hundred come from each; zones east and west of all offices, half of them with summer time. */
export const MARKETS: Weighted<Market> = [
  [market('DE', 'Europe/Berlin', 'EUR'), 17],
  [market('GB', 'Europe/London', 'GBP'), 15],
  [market('FR', 'Europe/Paris', 'EUR'), 13],
  [market('MY', 'Asia/Kuala_Lumpur', 'MYR'), 10],
  [market('US', 'America/New_York', 'USD'), 8],
  [market('US-CA', 'America/Los_Angeles', 'USD'), 7],
  [market('IE', 'Europe/Dublin', 'EUR'), 5],
  [market('ES', 'Europe/Madrid', 'EUR'), 5],
  [market('IT', 'Europe/Rome', 'EUR'), 4],
  [market('NL', 'Europe/Amsterdam', 'EUR'), 3],
  [market('AT', 'Europe/Vienna', 'EUR'), 3],
  [market('CH', 'Europe/Zurich', 'CHF'), 3],
  [market('JP', 'Asia/Tokyo', 'JPY'), 3],
  [market('AU', 'Australia/Sydney', 'AUD'), 2],
  [market('BR', 'America/Sao_Paulo', 'BRL'), 2],
];

/** What one euro costs elsewhere, roughly, in minor units for each euro cent. Prices are rounded as shops do. */
const RATES: Readonly<Record<Market['currency'], number>> = {
  EUR: 1,
  GBP: 0.9,
  USD: 1.05,
  MYR: 4.2,
  JPY: 1.6,
  CHF: 1.05,
  AUD: 1.7,
  BRL: 5.5,
};

/** A price in minor units of a currency, from euro cents. Yen have none: the amount is whole yen. */
export function priceIn(currency: Market['currency'], cents: number): number {
  if (currency === 'JPY') return Math.max(100, Math.round((cents * RATES.JPY) / 10) * 10);
  const raw = cents * RATES[currency];
  return currency === 'EUR' ? cents : Math.max(99, Math.round(raw / 100) * 100 - 1);
}
