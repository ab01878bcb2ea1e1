import { Tag, type Tone } from './chip.tsx';
import type { Content } from './markup.ts';

/** One language of a text, with where it stands ("Outdated since 3 March"). */
export interface Side {
  readonly title: string;
  readonly lang?: string | undefined;
  readonly dir?: 'ltr' | 'rtl' | undefined;
  readonly status?: { readonly word: string; readonly tone?: Tone | undefined } | undefined;
}

const SideHead = ({ side }: { readonly side: Side }) => (
  <div class="pair-head">
    <h2>{side.title}</h2>
    {side.status ? <Tag tone={side.status.tone}>{side.status.word}</Tag> : null}
  </div>
);

interface SideBySideProps {
  readonly source: Side;
  readonly target: Side;
  readonly children?: Content;
}

/** A translation beside its source: heads, then rows (TranslationRow) that stay aligned. */
export const SideBySide = ({ source, target, children }: SideBySideProps) => (
  <div>
    <div class="pair">
      <SideHead side={source} />
      <SideHead side={target} />
    </div>
    {children}
  </div>
);

interface TranslationRowProps {
  readonly source: Content;
  readonly lang: string;
  readonly dir?: 'ltr' | 'rtl' | undefined;
  /** Names the source text for assistive technology. */
  readonly label: string;
  /** The field for the translation. */
  readonly children?: Content;
}

/** One text in the source language, with the field for its translation. */
export const TranslationRow = ({ source, lang, dir, label, children }: TranslationRowProps) => (
  <div class="pair-row">
    <div class="field">
      <span class="field-label">{label}</span>
      <div class="pair-source" lang={lang} dir={dir}>
        {source}
      </div>
    </div>
    {children}
  </div>
);

/** Any two things beside each other: a text and its preview, two revisions. */
export const Pair = ({ start, end }: { readonly start: Content; readonly end: Content }) => (
  <div class="pair">
    <div class="pair-side">{start}</div>
    <div class="pair-side">{end}</div>
  </div>
);
