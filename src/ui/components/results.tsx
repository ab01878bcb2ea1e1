import { Tag } from './chip.tsx';
import { Icon, type IconName } from './icons.tsx';
import { type Content, classNames } from './markup.ts';

/** What a search can find, in the order it is shown. */
export type ResultKind = 'action' | 'code' | 'article' | 'device' | 'community';

const resultIcons: Readonly<Record<ResultKind, IconName>> = {
  action: 'door',
  code: 'code',
  article: 'document',
  device: 'device',
  community: 'people',
};

export interface Result {
  readonly href: string;
  readonly title: Content;
  readonly snippet?: Content;
  /** Kind, day, language: one quiet line. */
  readonly meta?: Content;
  readonly badge?: string | undefined;
  readonly icon?: IconName | undefined;
  readonly lang?: string | undefined;
}

export interface ResultGroup {
  readonly kind: ResultKind;
  readonly title: string;
  readonly results: readonly Result[];
}

const ResultRow = ({ kind, result }: { readonly kind: ResultKind; readonly result: Result }) => (
  <li class={classNames('result', kind === 'action' && 'result-action')} lang={result.lang}>
    <Icon name={result.icon ?? resultIcons[kind]} />
    <div>
      <h3>
        <a href={result.href}>{result.title}</a> {result.badge ? <Tag tone="accent">{result.badge}</Tag> : null}
      </h3>
      {result.snippet ? <p>{result.snippet}</p> : null}
      {result.meta ? <p class="result-meta">{result.meta}</p> : null}
    </div>
    {kind === 'action' ? <Icon name="arrow" class="result-arrow" /> : null}
  </li>
);

/** What a search found, by kind; empty groups are left out. */
export const ResultGroups = ({ groups }: { readonly groups: readonly ResultGroup[] }) => (
  <div class="results read">
    {groups
      .filter((group) => group.results.length > 0)
      .map((group) => (
        <section aria-labelledby={`results-${group.kind}`}>
          <h2 id={`results-${group.kind}`}>{group.title}</h2>
          <ol>
            {group.results.map((result) => (
              <ResultRow kind={group.kind} result={result} />
            ))}
          </ol>
        </section>
      ))}
  </div>
);
