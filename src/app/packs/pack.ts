import type { BrandProfile, Channel, Shelf } from '#domains/brands/index.ts';
import type { Action, ArticleText, Author, Meta, Synonyms, Topic } from '#domains/knowledge/index.ts';
import type { Locale } from '#lib/locales.ts';

/** A pack's files by their path inside the folder, as bytes. */
export type PackFiles = ReadonlyMap<string, Uint8Array>;

/** An article, code or device with all its languages. */
export interface PackEntry {
  readonly shelf: Shelf;
  readonly slug: string;
  readonly meta: Meta;
  readonly texts: ReadonlyMap<Locale, ArticleText>;
}

/** A whole pack, read and checked. */
export interface Pack {
  readonly brand: BrandProfile;
  readonly mark: string;
  readonly topics: readonly Topic[];
  readonly authors: readonly Author[];
  readonly actions: readonly Action[];
  readonly channels: readonly Channel[];
  readonly synonyms: Synonyms;
  readonly pictures: ReadonlyMap<string, Uint8Array>;
  /** Policy documents by the name of their file, as they were written. */
  readonly policies: ReadonlyMap<string, string>;
  readonly entries: readonly PackEntry[];
}

/** Something that keeps a pack from being loaded. */
export interface PackProblem {
  readonly file: string;
  readonly line: number;
  readonly message: string;
}

export class PackError extends Error {
  readonly problems: readonly PackProblem[];

  constructor(problems: readonly PackProblem[]) {
    super(problems.map((p) => `${p.file}:${p.line}: ${p.message}`).join('\n'));
    this.name = 'PackError';
    this.problems = problems;
  }
}
