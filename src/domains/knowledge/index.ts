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
export { inspectPicture, MAX_PICTURE_BYTES } from './picture-file.ts';
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
export { cleanQuery, type FoundPage, type SearchFound, searchHelp } from './search-help.ts';
export { aboutOf, type KnowledgeDeps } from './site-request.ts';
export { linesBeforeBody, readTextFile, textSchema, writeTextFile } from './text-file.ts';
export { ViewCounter } from './view-counter.ts';
export { hrefOf } from './views/links.ts';
export { TopicTiles } from './views/lists.tsx';
export { NextStep } from './views/next-step.tsx';
export { SiteSearch } from './views/site-search.tsx';
