import { Hono } from 'hono';
import type { DeskEnv, DeskPlace } from '#domains/people/index.ts';
import type { PolicyDeskDeps } from './draft-place.ts';
import { draftRoutes } from './draft-routes.tsx';
import { goldenRoutes } from './golden-routes.tsx';
import { publicationRoutes } from './publication-routes.tsx';
import { replayRoutes } from './replay-routes.tsx';
import { shelfRoutes } from './shelf-routes.tsx';
import { trialRoutes } from './trial-routes.tsx';

export type { DependentText, PolicyDeskDeps } from './draft-place.ts';

/** Places of the desk where policies are written, tried and published. */
export const POLICY_PLACES: readonly DeskPlace[] = [{ path: '/policies', label: 'desk.policies', icon: 'shield' }];

/** The policy workbench, below `/desk/{brand}`. */
export function policyDeskRoutes(deps: PolicyDeskDeps): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>();
  for (const routes of [shelfRoutes, draftRoutes, trialRoutes, replayRoutes, goldenRoutes, publicationRoutes])
    app.route('/', routes(deps));
  return app;
}
