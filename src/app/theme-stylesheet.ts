import type { Brand, Theme } from '#domains/brands/index.ts';
import { themeCss, type Theme as UiTheme } from '#ui/theme.ts';

const pair = ([light, dark]: readonly [string, string]) => ({ light, dark });

/** A pack's theme in the words of the design system. */
export const uiTheme = (theme: Theme): UiTheme => ({
  accent: pair(theme.accent),
  accentInk: pair(theme.accentInk),
  accentWash: pair(theme.accentWash),
  radius: Number.parseFloat(theme.radius),
});

/** The few tokens in which a brand differs, as a stylesheet of its own. */
export const themeStylesheet = (brand: Brand): string => themeCss(uiTheme(brand.theme));
