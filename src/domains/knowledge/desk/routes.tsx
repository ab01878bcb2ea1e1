import { Hono } from 'hono';
import type { DeskEnv, DeskPlace } from '#domains/people/index.ts';
import type { Files } from '#platform/files/files.ts';
import type { HelpCentres } from '../help-centres.ts';
import { articleRoutes } from './article-routes.tsx';
import { historyRoutes } from './history-routes.tsx';
import { pictureRoutes } from './picture-routes.tsx';
import { queueRoutes } from './queue-routes.tsx';
import { textRoutes } from './text-routes.tsx';
import { wordsRoutes } from './words-routes.tsx';

/** Where the desk's navigation leads for editors. */
export const KNOWLEDGE_PLACES: readonly DeskPlace[] = [
  { path: '', label: 'queue.title', icon: 'clock' },
  { path: '/articles', label: 'desk.articles', icon: 'document' },
  { path: '/feedback', label: 'desk.feedback', icon: 'chat' },
  { path: '/suggestions', label: 'desk.proposals', icon: 'edit' },
  { path: '/searches', label: 'desk.searches', icon: 'search' },
  { path: '/pictures', label: 'desk.pictures', icon: 'play' },
  { path: '/words', label: 'desk.lists', icon: 'globe' },
];

/** The editors' part of the desk, mounted below `/desk/{brand}`; who is working is in the context already. */
export function knowledgeDeskRoutes(deps: { readonly centres: HelpCentres; readonly files: Files }): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>();
  app.route('/', queueRoutes());
  app.route('/', wordsRoutes());
  app.route('/', pictureRoutes(deps.files));
  app.route('/', textRoutes(deps.centres));
  app.route('/', historyRoutes());
  app.route('/', articleRoutes(deps.centres));
  return app;
}
