import { expect } from 'vitest';
import type { TestApp } from '#test/support/app.ts';
import type { Claim } from '../claim.ts';
import { findClaim } from '../start-claim.ts';

export type Fields = Readonly<Record<string, string>>;

export const BASE = '/norton/en/claim';

export const secretOf = (href: string): string => href.slice(href.lastIndexOf('/') + 1);
export const titleOf = (html: string): string => /<h1[^>]*>(?:<label[^>]*>)?([^<]*)/.exec(html)?.[1] ?? '';

/** Somebody who prepares claims by sending forms, as a browser without script does. */
export interface ClaimVisitor {
  /** Sends from an address nobody else has, unless one is given; the application must believe one proxy. */
  post(path: string, fields?: Fields, address?: string): Promise<Response>;
  /** Starts a claim. Gives its address. */
  start(fields?: Fields, base?: string): Promise<string>;
  answer(href: string, path: string, fields: Fields): Promise<Response>;
  /** Bought in a shop in France, renewed 58 days before 22 November 2026. */
  answerAll(href: string): Promise<void>;
  textOf(path: string): Promise<string>;
  claimAt(href: string, brand?: string): Promise<Claim | null>;
}

const ADDRESSES = 250;

export function claimVisitor(app: () => TestApp): ClaimVisitor {
  let callers = 0;
  const post: ClaimVisitor['post'] = (path, fields = {}, address = `192.0.2.${++callers % ADDRESSES}`) =>
    app().request(path, {
      method: 'POST',
      body: new URLSearchParams(fields),
      headers: { 'x-forwarded-for': address },
    });
  const answer: ClaimVisitor['answer'] = (href, path, fields) => post(`${href}/answers`, { path, ...fields });
  return {
    post,
    answer,
    start: async (fields = {}, base = BASE) => {
      const started = await post(base, fields);
      expect(started.status).toBe(303);
      return started.headers.get('location') ?? '';
    },
    answerAll: async (href) => {
      await answer(href, 'channel', { value: 'retail' });
      await answer(href, 'contract.region', { value: 'FR' });
      await answer(href, 'request.reason', { value: 'renewalCharge' });
      await answer(href, 'charges[c1].at', { value: '25.09.2026', amount: '89,99', currency: 'EUR' });
    },
    textOf: async (path) => (await app().request(path)).text(),
    claimAt: (href, brand = 'norton') => findClaim(app().context(), brand, secretOf(href)),
  };
}
