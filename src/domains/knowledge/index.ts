export * from './article.ts';
export { askHelp, type HelpAnswer, type QuotedPassage } from './ask-help.ts';
export { type Body, readBody, type Section, type SectionRole, type Step, shapeOf } from './body.ts';
export {
  type Action,
  type Author,
  actionSchema,
  authorSchema,
  type Picture,
  type Synonyms,
  synonymsSchema,
  type Topic,
  topicSchema,
} from './brand-words.ts';
export { KNOWLEDGE_PLACES, knowledgeDeskRoutes } from './desk/routes.tsx';
export { detectDevice } from './detect-device.ts';
export { HelpCentre, type HelpCentreWords, type Listed } from './help-centre.ts';
export { HelpCentres } from './help-centres.ts';
export type { BrandSearch, HelpSearch } from './help-search.ts';
export { quotesPolicy, unknownQuotes, withValues } from './living-text.ts';
export { inspectPicture, MAX_PICTURE_BYTES } from './picture-file.ts';
export { type Dependent, dependents, flagDependents } from './policy-dependents.ts';
export { publish, unpublish } from './publish.ts';
export { publishDue, removeOldReports } from './publish-due.ts';
export { findArticle, getArticle, listArticles, putArticle } from './queries/articles.ts';
export {
  getSynonyms,
  listActions,
  listAuthors,
  listPictures,
  listTopics,
  putActions,
  putAuthors,
  putPicture,
  putSynonyms,
  putTopics,
} from './queries/brand-words.ts';
export { putFlagsSettled } from './queries/policy-flags.ts';
export {
  insertRevision,
  listPublications,
  listPublishedTexts,
  lockArticles,
  replacePublication,
} from './queries/texts.ts';
export { brokenReferences, type KnownTargets, PAGES, targetOf, targetsIn } from './references.ts';
export { knowledgeRoutes } from './routes.tsx';
export { saveRevision } from './save-revision.ts';
export { CorpusIndex, fillCollection } from './search-corpus.ts';
export { actionDocuments, documentOf } from './search-documents.ts';
export { SearchEngine } from './search-engine.ts';
export { cleanQuery, type FoundPage, type SearchFound, searchHelp } from './search-help.ts';
export { SearchSnapshots } from './search-snapshots.ts';
export { SYMPTOMS } from './search-symptoms.ts';
export { ThreadedSearch } from './search-threaded.ts';
export { aboutOf, type KnowledgeDeps } from './site-request.ts';
export { linesBeforeBody, readTextFile, textSchema, writeTextFile } from './text-file.ts';
export { ViewCounter } from './view-counter.ts';
export { hrefOf } from './views/links.ts';
export { TopicTiles } from './views/lists.tsx';
export { NextStep } from './views/next-step.tsx';
export { SiteSearch } from './views/site-search.tsx';
export type { WrittenAnswer, WrittenPart } from './written-answer.ts';
export { type AnswerWriting, WrittenAnswers } from './written-answers.ts';
