import { describe, expect, test } from 'vitest';
import { siteUrls } from './urls.ts';

describe.each([
  ['with the brand in the path', false, '/northstar'],
  ['on the brand’s own domain', true, ''],
])('addresses %s', (_where, onOwnDomain, base) => {
  const urls = siteUrls('northstar', 'de', onOwnDomain);

  test('of pages', () => {
    expect(urls.base).toBe(base);
    expect(urls.home).toBe(`${base}/de/`);
    expect([urls.errors, urls.devices, urls.supported, urls.contact, urls.legal, urls.suggest, urls.ask]).toEqual(
      ['errors', 'devices', 'supported', 'contact', 'legal', 'suggest', 'ask'].map((page) => `${base}/de/${page}`),
    );
    expect([urls.topic('billing'), urls.tag('wifi')]).toEqual([`${base}/de/topics/billing`, `${base}/de/tags/wifi`]);
  });

  test('of articles, by what they are', () => {
    expect(urls.article('articles', 'guide', 'cancel')).toBe(`${base}/de/guides/cancel`);
    expect(urls.article('articles', 'faq', 'billing')).toBe(`${base}/de/articles/billing`);
    expect(urls.article('codes', 'code', 'nw-2-5')).toBe(`${base}/de/errors/nw-2-5`);
    expect(urls.article('devices', 'device', 'samsung-tv')).toBe(`${base}/de/devices/samsung-tv`);
  });

  test('of the policy and its clauses, which decisions cite', () => {
    expect(urls.policy).toBe(`${base}/de/policy`);
    expect(urls.clause('norton-refunds', 'yearly-plan')).toBe(`${base}/de/policy#norton-refunds.yearly-plan`);
  });

  test('of pictures, which change with what they show', () => {
    expect(urls.picture('menu.svg')).toBe(`${base}/pictures/menu.svg`);
    expect(urls.picture('menu.svg', 'abcdef0123456789')).toBe(`${base}/pictures/menu.svg?v=abcdef012345`);
  });

  test('of the same page in another language', () => {
    expect(urls.inLocale('ms', 'guides/cancel')).toBe(`${base}/ms/guides/cancel`);
    expect(urls.inLocale('ms', '')).toBe(`${base}/ms/`);
  });

  test('of a search, whatever was searched', () => {
    expect(urls.search()).toBe(`${base}/de/search`);
    expect(new URL(urls.search('a&b=c#d "<é>"'), 'http://x').searchParams.get('q')).toBe('a&b=c#d "<é>"');
  });

  test('of the API, which is the same everywhere', () => {
    expect(urls.api).toBe('/api/v1/brands/northstar');
  });
});
