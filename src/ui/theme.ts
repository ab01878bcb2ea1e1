/** Two colours `#rrggbb`: in daylight and in the dark. */
export interface ColourPair {
  readonly light: string;
  readonly dark: string;
}

/** What a brand may change. Text on the accent and the accent's wash are worked out when they are not given. */
export interface Theme {
  readonly accent: ColourPair;
  readonly accentInk?: ColourPair | undefined;
  readonly accentWash?: ColourPair | undefined;
  /** Roundness of corners in rem, 0 to 1. */
  readonly radius?: number | undefined;
}

/** One thing wrong with a theme: where, and what. */
export interface ThemeFault {
  readonly path: string;
  readonly message: string;
}

/** The surfaces an accent is read on; the same values as in styles/tokens.css (a test compares them). */
export const surfaces = {
  paper: { light: '#faf8f3', dark: '#14171c' },
  sheet: { light: '#fffefb', dark: '#1b1f26' },
  sunken: { light: '#f2efe7', dark: '#101318' },
  ink: { light: '#1a2130', dark: '#ece9e2' },
  soft: { light: '#525968', dark: '#b0b5bf' },
} as const satisfies Record<string, ColourPair>;

/** Least contrast of text in the accent's colour (WCAG 2.2, 1.4.3). */
export const leastContrast = 4.5;
/** Least contrast of body text (WCAG 2.2, 1.4.6). */
export const leastBodyContrast = 7;
const largestRadius = 1;
const defaultRadius = 0.6;
const washStrength = { light: 0.11, dark: 0.17 } as const;
const inkChoices = ['#ffffff', '#10161b'] as const;
const schemes = ['light', 'dark'] as const;

type Scheme = (typeof schemes)[number];
type Channels = readonly [number, number, number];

const isColour = (value: unknown): value is string => typeof value === 'string' && /^#[0-9a-f]{6}$/i.test(value);

const channels = (colour: string): Channels => [
  Number.parseInt(colour.slice(1, 3), 16),
  Number.parseInt(colour.slice(3, 5), 16),
  Number.parseInt(colour.slice(5, 7), 16),
];

const linear = (channel: number): number => {
  const share = channel / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
};

const luminance = (colour: string): number => {
  const [red, green, blue] = channels(colour);
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
};

/** Contrast ratio of two colours `#rrggbb`, 1 to 21 (WCAG 2.2, definition of contrast ratio). */
export const contrast = (one: string, other: string): number => {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
};

const mix = (base: string, over: string, strength: number): string => {
  const [r, g, b] = channels(base);
  const [r2, g2, b2] = channels(over);
  const blend = (from: number, to: number): string =>
    Math.round(from + (to - from) * strength)
      .toString(16)
      .padStart(2, '0');
  return `#${blend(r, r2)}${blend(g, g2)}${blend(b, b2)}`;
};

const bothSchemes = (colourOf: (scheme: Scheme) => string): ColourPair => ({
  light: colourOf('light'),
  dark: colourOf('dark'),
});

const readableOn = (accent: string): string =>
  contrast(inkChoices[0], accent) >= contrast(inkChoices[1], accent) ? inkChoices[0] : inkChoices[1];

const accentInkOf = (theme: Theme): ColourPair =>
  theme.accentInk ?? bothSchemes((scheme) => readableOn(theme.accent[scheme]));

const accentWashOf = (theme: Theme): ColourPair =>
  theme.accentWash ?? bothSchemes((scheme) => mix(surfaces.sheet[scheme], theme.accent[scheme], washStrength[scheme]));

const formFaults = (theme: Theme): readonly ThemeFault[] => {
  const faults: ThemeFault[] = [];
  for (const part of ['accent', 'accentInk', 'accentWash'] as const) {
    const pair = theme[part];
    if (pair === undefined && part !== 'accent') continue;
    for (const scheme of schemes) {
      if (!isColour(pair?.[scheme])) {
        faults.push({ path: `${part}.${scheme}`, message: 'must be a colour like #14574f' });
      }
    }
  }
  const { radius } = theme;
  if (radius !== undefined && !(typeof radius === 'number' && radius >= 0 && radius <= largestRadius)) {
    faults.push({ path: 'radius', message: `must be a number from 0 to ${largestRadius} (rem)` });
  }
  return faults;
};

const contrastFaults = (theme: Theme, scheme: Scheme): readonly ThemeFault[] => {
  const accent = theme.accent[scheme];
  const wash = accentWashOf(theme)[scheme];
  const readings = [
    { path: 'accent', name: 'the paper', text: accent, on: surfaces.paper[scheme], least: leastContrast },
    { path: 'accent', name: 'a sheet', text: accent, on: surfaces.sheet[scheme], least: leastContrast },
    { path: 'accent', name: 'a sunken area', text: accent, on: surfaces.sunken[scheme], least: leastContrast },
    { path: 'accent', name: 'its wash', text: accent, on: wash, least: leastContrast },
    { path: 'accentInk', name: 'the accent', text: accentInkOf(theme)[scheme], on: accent, least: leastContrast },
    { path: 'accentWash', name: 'it (as ink)', text: surfaces.ink[scheme], on: wash, least: leastBodyContrast },
  ];
  return readings
    .map((reading) => ({ ...reading, ratio: contrast(reading.text, reading.on) }))
    .filter((reading) => reading.ratio < reading.least)
    .map(({ path, name, ratio, least }) => ({
      path: `${path}.${scheme}`,
      message: `contrast on ${name} is ${ratio.toFixed(2)}:1, at least ${least}:1 is needed`,
    }));
};

/** Everything wrong with a theme: form first; when the form is right, contrast in both schemes. Empty when it can be used. */
export const themeFaults = (theme: Theme): readonly ThemeFault[] => {
  const faults = formFaults(theme);
  return faults.length > 0 ? faults : schemes.flatMap((scheme) => contrastFaults(theme, scheme));
};

const declaration = (name: string, pair: ColourPair): string => `--${name}:light-dark(${pair.light},${pair.dark})`;

/**
 * A brand's stylesheet, to be served as `/{brand}/theme.css` and linked before or after site.css alike (its layer is named).
 * @throws RangeError naming the faults when the theme is not valid; nothing unchecked is ever written into a stylesheet.
 */
export const themeCss = (theme: Theme): string => {
  const faults = themeFaults(theme);
  if (faults.length > 0) {
    throw new RangeError(faults.map((fault) => `${fault.path}: ${fault.message}`).join('; '));
  }
  const declarations = [
    declaration('accent', theme.accent),
    declaration('accent-ink', accentInkOf(theme)),
    declaration('accent-wash', accentWashOf(theme)),
    `--radius:${theme.radius ?? defaultRadius}rem`,
  ];
  return `@layer tokens,theme,base,layout,components,utilities;@layer theme{:root{${declarations.join(';')}}}\n`;
};
