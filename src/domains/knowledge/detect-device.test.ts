import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { readYaml } from '#lib/yaml.ts';
import { deviceMetaSchema } from './article.ts';
import { detectDevice } from './detect-device.ts';
import type { Listed } from './help-centre.ts';

const DEVICES = fileURLToPath(new URL('../../../packs/northstar/devices/', import.meta.url));

const listed = (slug: string): Listed => {
  const read = readYaml(readFileSync(join(DEVICES, slug, 'meta.yaml'), 'utf8'), deviceMetaSchema);
  if ('problems' in read) throw new Error(`${slug} is unreadable`);
  const article = {
    id: slug,
    brandId: 'northstar',
    shelf: 'devices',
    slug,
    meta: { shelf: 'devices', ...read.value },
  } as const;
  return { article, locale: 'en', title: slug, summary: '', isFallback: false };
};
const devices = readdirSync(DEVICES).map(listed);

describe('a browser is recognised as the device it runs on', () => {
  test.each([
    [
      'samsung-tv',
      'Mozilla/5.0 (SMART-TV; LINUX; Tizen 6.5) AppleWebKit/537.36 (KHTML, like Gecko) 85.0.4183.93/6.5 TV Safari/537.36',
    ],
    [
      'samsung-tv',
      'Mozilla/5.0 (Linux; Tizen 2.3; SmartHub; SMART-TV; SmartTV; U; Maple2012) AppleWebKit/538.1+ (KHTML, like Gecko) TV Safari/538.1+',
    ],
    [
      'fire-tv-stick',
      'Mozilla/5.0 (Linux; Android 9; AFTKA) AppleWebKit/537.36 (KHTML, like Gecko) Silk/120.4.1 like Chrome/120.0.6099.230 Safari/537.36',
    ],
    [
      'fire-tablet',
      'Mozilla/5.0 (Linux; Android 9; KFMAWI) AppleWebKit/537.36 (KHTML, like Gecko) Silk/122.2.1 like Chrome/122.0.6261.105 Safari/537.36',
    ],
    [
      'iphone-ipad',
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1',
    ],
    [
      'android-phone',
      'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Mobile Safari/537.36',
    ],
    [
      'windows-browser',
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36 Edg/131.0.0.0',
    ],
    ['windows-browser', 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:133.0) Gecko/20100101 Firefox/133.0'],
    [
      'mac-safari',
      'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Safari/605.1.15',
    ],
    [
      'playstation-4',
      'Mozilla/5.0 (PlayStation 4 11.00) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/15.4 Safari/605.1.15',
    ],
    ['apple-tv', 'AppleTV11,1/11.1'],
  ])('%s: %s', (slug, userAgent) => {
    expect(detectDevice(userAgent, devices)?.article.slug).toBe(slug);
  });
});

test.each([
  ['a search robot', 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)'],
  ['a browser on a Linux desktop', 'Mozilla/5.0 (X11; Linux x86_64; rv:133.0) Gecko/20100101 Firefox/133.0'],
  [
    'Chrome on a Mac, which is another page than Safari',
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36',
  ],
  ['nothing', ''],
  ['words that come too late to be a browser’s', `${'x'.repeat(500)} iPhone`],
])('%s is no device of the catalogue', (_what, userAgent) => {
  expect(detectDevice(userAgent, devices)).toBeNull();
});

test('where two match, the longer description wins, whatever the order', () => {
  const android =
    'Mozilla/5.0 (Linux; Android 9; KFMAWI) AppleWebKit/537.36 Silk/122.2.1 like Chrome/122.0.6261.105 Mobile Safari/537.36';
  expect(detectDevice(android, devices)?.article.slug).toBe('fire-tablet');
  expect(detectDevice(android, devices.toReversed())?.article.slug).toBe('fire-tablet');
});
