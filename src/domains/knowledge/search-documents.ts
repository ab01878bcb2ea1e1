import type { Locale } from '#lib/locales.ts';
import type { DocumentType, Passage, SearchDocument } from '#search/index.ts';
import { type Article, type ArticleText, type ArticleType, type Revision, typeOf } from './article.ts';
import { readBody } from './body.ts';
import type { Action } from './brand-words.ts';
import { plainText } from './markdown.ts';

const DOCUMENT_TYPES: Readonly<Record<ArticleType, DocumentType>> = {
  troubleshooting: 'article',
  guide: 'guide',
  concept: 'article',
  policy: 'article',
  faq: 'article',
  tips: 'article',
  code: 'code',
  device: 'device',
};

/** Ids of action documents carry this, so that they cannot meet an article's. */
export const ACTION_PREFIX = 'action:';

/** The text of a page cut where a link can point: the lead, each section, each step. */
function passagesOf(body: string): Passage[] {
  const { lead, sections } = readBody(body).body;
  const passages = sections.flatMap((section) => [
    { anchor: section.id, heading: section.heading, text: plainText(section.markdown) },
    ...section.steps.map((step) => ({
      anchor: step.id,
      heading: step.title,
      text: plainText([step.markdown, step.expected ?? ''].join('\n\n')),
    })),
  ]);
  const start = lead === '' ? [] : [{ anchor: '', heading: '', text: plainText(lead) }];
  return [...start, ...passages.filter((passage) => passage.text !== '' || passage.heading !== '')];
}

/** One published text as the search engine takes it. */
export function documentOf(article: Article, text: Pick<Revision, 'locale' | keyof ArticleText>): SearchDocument {
  const { meta } = article;
  const isDevice = meta.shelf === 'devices';
  return {
    id: article.id,
    locale: text.locale,
    type: DOCUMENT_TYPES[typeOf(meta)],
    title: text.title,
    summary: text.summary,
    passages: passagesOf(text.body),
    tags: meta.tags,
    aliases: isDevice ? [...text.aliases, ...meta.names] : text.aliases,
    codes: meta.shelf === 'codes' ? [meta.code] : [],
    devices: isDevice ? [article.slug] : meta.devices,
    reviewedAt: meta.verified ?? meta.updated,
  };
}

/** The words that ask for an action, as documents of their own: one per language that has any. */
export const actionDocuments = (actions: readonly Action[], locales: readonly Locale[]): SearchDocument[] =>
  actions.flatMap((action) =>
    locales.flatMap((locale) => {
      const label = action.label[locale];
      if (label === undefined) return [];
      return [
        {
          id: `${ACTION_PREFIX}${action.id}`,
          locale,
          type: 'action' as const,
          title: label,
          summary: action.hint[locale] ?? '',
          passages: [],
          aliases: action.words[locale] ?? [],
        },
      ];
    }),
  );
