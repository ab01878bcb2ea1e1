/** A font file to copy: `from` is a module path below node_modules, `to` a name below the served /assets/fonts folder. */
export interface FontFile {
  readonly from: string;
  readonly to: string;
}

const fontFile = (family: string, name: string): FontFile => ({
  from: `@fontsource-variable/${family}/files/${name}.woff2`,
  to: `${name}.woff2`,
});

/** Every font file that fonts.css names; the build copies them (SIL Open Font License 1.1, both families). */
export const fontFiles: readonly FontFile[] = [
  fontFile('newsreader', 'newsreader-latin-wght-normal'),
  fontFile('newsreader', 'newsreader-latin-ext-wght-normal'),
  fontFile('atkinson-hyperlegible-next', 'atkinson-hyperlegible-next-latin-wght-normal'),
  fontFile('atkinson-hyperlegible-next', 'atkinson-hyperlegible-next-latin-ext-wght-normal'),
  fontFile('atkinson-hyperlegible-next', 'atkinson-hyperlegible-next-latin-wght-italic'),
];

/** The licence texts that have to travel with the fonts. */
export const fontLicences: readonly FontFile[] = [
  { from: '@fontsource-variable/newsreader/LICENSE', to: 'newsreader-LICENSE.txt' },
  { from: '@fontsource-variable/atkinson-hyperlegible-next/LICENSE', to: 'atkinson-hyperlegible-next-LICENSE.txt' },
];

/** Addresses of the two faces nearly every page shows above the fold; layouts preload them. */
export const preloadedFonts: readonly string[] = [
  '/assets/fonts/newsreader-latin-wght-normal.woff2',
  '/assets/fonts/atkinson-hyperlegible-next-latin-wght-normal.woff2',
];
