import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { contrast, leastBodyContrast, leastContrast, surfaces, type Theme, themeCss, themeFaults } from './theme.ts';

const green: Theme = { accent: { light: '#14574f', dark: '#6cc7b8' } };
const tokens = readFileSync(new URL('./styles/tokens.css', import.meta.url), 'utf8');

const token = (name: string): { light: string; dark: string } => {
  const [, light = '', dark = ''] = new RegExp(`--${name}: light-dark\\((#\\w+), (#\\w+)\\)`).exec(tokens) ?? [];
  return { light, dark };
};

describe('a brand theme', () => {
  it('becomes a stylesheet that fills the theme layer, with ink and wash worked out', () => {
    const css = themeCss({ ...green, radius: 0.25 });
    expect(css).toContain('@layer theme{:root{--accent:light-dark(#14574f,#6cc7b8)');
    expect(css).toContain('--accent-ink:light-dark(#ffffff,#10161b)');
    expect(css).toMatch(/--accent-wash:light-dark\(#[0-9a-f]{6},#[0-9a-f]{6}\)/);
    expect(css).toContain('--radius:0.25rem');
  });

  it('refuses an accent that cannot be read, naming scheme and ratio', () => {
    const faults = themeFaults({ accent: { light: '#9fd8cf', dark: '#6cc7b8' } });
    expect(faults.map((fault) => fault.path)).toContain('accent.light');
    expect(faults[0]?.message).toMatch(/is 1\.\d\d:1, at least 4\.5:1/);
  });

  it.each([
    ['red', 'a name'],
    ['#fff', 'a short form'],
    ['#000000;}body{display:none', 'an escape from the declaration'],
    ['url(//elsewhere)', 'an address'],
  ])('never writes %s (%s) into a stylesheet', (colour) => {
    const theme = { accent: { light: colour, dark: '#6cc7b8' } };
    expect(themeFaults(theme)).toEqual([{ path: 'accent.light', message: 'must be a colour like #14574f' }]);
    expect(() => themeCss(theme)).toThrow(RangeError);
  });

  it('refuses a radius that is not a small number', () => {
    for (const radius of [-1, 2, Number.NaN, '1rem' as unknown as number]) {
      expect(themeFaults({ ...green, radius })[0]?.path).toBe('radius');
    }
  });
});

describe('the tokens', () => {
  it('agree with the surfaces that themes are checked on', () => {
    for (const [name, pair] of Object.entries(surfaces)) expect(token(name), name).toEqual(pair);
  });

  it.each(['light', 'dark'] as const)('can be read in %s', (scheme) => {
    for (const surface of ['paper', 'sheet', 'sunken', 'accent-wash', 'yes-wash', 'no-wash', 'ask-wash']) {
      expect(contrast(token('ink')[scheme], token(surface)[scheme]), `ink on ${surface}`).toBeGreaterThanOrEqual(
        leastBodyContrast,
      );
      expect(contrast(token('soft')[scheme], token(surface)[scheme]), `soft on ${surface}`).toBeGreaterThanOrEqual(
        leastContrast,
      );
    }
    for (const meaning of ['yes', 'no', 'ask', 'accent']) {
      for (const surface of ['paper', 'sheet', 'sunken', `${meaning}-wash`]) {
        const ratio = contrast(token(meaning)[scheme], token(surface)[scheme]);
        expect(ratio, `${meaning} on ${surface}`).toBeGreaterThanOrEqual(leastContrast);
      }
    }
    expect(contrast(token('edge')[scheme], token('sheet')[scheme]), 'field edges').toBeGreaterThanOrEqual(3);
  });

  it('know black on white as 21:1', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
  });
});
