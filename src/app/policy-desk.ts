import type { Hono } from 'hono';
import { dependents } from '#domains/knowledge/index.ts';
import type { DeskEnv } from '#domains/people/index.ts';
import { inForce, listPolicyVersions, type PolicyDeskDeps, policyDeskRoutes } from '#domains/policies/index.ts';
import type { PolicyDocument } from '#policy/index.ts';
import { publishPolicyDocument } from './publish-policy.ts';
import type { Services } from './services.ts';

/** The texts of a brand that would say something else once a version holds, with where the desk shows them. */
const dependentTexts: PolicyDeskDeps['dependents'] = async (ctx, brandId, { document }) => {
  if (document.kind !== 'policy') return [];
  const held = inForce(await listPolicyVersions(ctx, brandId), ctx.now);
  const before = held.flatMap((version): PolicyDocument[] =>
    version.document.kind === 'policy' ? [version.document] : [],
  );
  const after = [...before.filter(({ id }) => id !== document.id), document];
  const found = await dependents(ctx, brandId, before, after);
  return found.map(({ shelf, slug, locale, title, changes }) => ({
    href: `/desk/${brandId}/${shelf}/${slug}/${locale}`,
    title: `${title} (${locale})`,
    changes: changes.map(({ name, before, after }) => ({ name, before, after: after ?? '–' })),
  }));
};

/** The policy workbench with what other domains know: who quotes a policy, and what follows from publishing one. */
export const policyDesk = ({ shelves }: Services): Hono<DeskEnv> =>
  policyDeskRoutes({ shelves, publish: publishPolicyDocument, dependents: dependentTexts });
