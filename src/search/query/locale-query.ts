import type { LocaleIndex } from '../locale-index.ts';
import type { WordGroup } from './expand.ts';

/** What to look for in the index of one locale. */
export interface LocaleQuery {
  readonly index: LocaleIndex;
  readonly groups: readonly WordGroup[];
}
