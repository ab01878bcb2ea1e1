import { conflict } from '#lib/faults.ts';
import { type IsoDate, isIsoDate, type Temporal } from '#lib/time.ts';
import { type Context, inTransaction } from '#platform/context.ts';
import type { PolicyDocument } from '#policy/index.ts';
import { type PolicyShelf, readShelf } from '../policy-shelves.ts';
import { type PolicyText, type PolicyVersion, readPolicyText } from '../policy-version.ts';
import type { PolicyFileProblem } from '../put-policy-files.ts';
import { getDraft, putDraftClosed } from '../queries/drafts.ts';
import { listGoldenCases } from '../queries/golden.ts';
import { listReplays } from '../queries/replays.ts';
import type { ReplayRun } from '../replays/replay-run.ts';
import { checkDraft, type DraftCheck, problemsWhenPublished } from './check-draft.ts';
import type { DraftState, DraftText, PolicyDraft } from './draft.ts';
import { fileOfVersion, stemOf, withVersionFacts } from './draft-source.ts';

/** What can stand between a draft and its publication. */
export const OBSTACLES = ['reading', 'lint', 'tests', 'golden', 'replay', 'date', 'versions'] as const;
export type Obstacle = (typeof OBSTACLES)[number];

/** Puts a version among the published ones, with everything that follows from it; src/app composes it. */
export type PublishPolicy = (
  ctx: Context,
  brandId: string,
  text: PolicyText,
) => Promise<
  { readonly published: PolicyVersion; readonly flagged: number } | { readonly problems: readonly PolicyFileProblem[] }
>;

export interface PublishDraft {
  readonly brandId: string;
  readonly draftId: string;
  /** The text whoever publishes has read. */
  readonly number: number;
  /** The first day it holds: today or later, in UTC. */
  readonly from: string;
  /** True when it is published although no replay of this very text was finished. */
  readonly withoutReplay: boolean;
}

export type PublishedDraft =
  | { readonly published: PolicyVersion; readonly flagged: number }
  | { readonly overtakenBy: DraftText }
  | { readonly obstacles: readonly Obstacle[]; readonly problems: readonly string[] };

/** True when a replay went over every request under exactly this text. */
export const wasReplayed = (replays: readonly ReplayRun[], number: number): boolean =>
  replays.some((run) => run.draftText === number && run.finishedAt !== null && run.failure === null);

export const todayOf = (now: Temporal.Instant): IsoDate => now.toZonedDateTimeISO('UTC').toPlainDate().toString();

/** What a check found that keeps a text from being published, whatever the day. */
const obstaclesIn = (check: DraftCheck): readonly Obstacle[] => [
  ...(check.compared === null ? (['reading'] as const) : []),
  ...(check.findings.some(({ severity }) => severity === 'error') ? (['lint'] as const) : []),
  ...(check.tests.some(({ differences }) => differences.length > 0) ? (['tests'] as const) : []),
  ...(check.golden.some(({ holds }) => !holds) ? (['golden'] as const) : []),
];

/** The text as it is published: the next number, in force from a day on. Nothing else in it changes. */
export function publishedText(
  source: string,
  draft: PolicyDraft,
  shelf: PolicyShelf,
  from: IsoDate,
): PolicyText | null {
  const own = shelf.own.filter(({ document }) => document.id === draft.documentId);
  const latest = Math.max(0, ...own.map(({ document }) => document.version));
  const file = own.at(-1)?.file ?? `${draft.documentId}.yaml`;
  const read = readPolicyText(
    fileOfVersion(stemOf(file), latest + 1),
    withVersionFacts(source, {
      version: latest + 1,
      supersedes: latest === 0 ? null : latest,
      status: 'published',
      from,
    }),
  );
  return 'problems' in read ? null : read;
}

/**
 * Publishes a draft from a day on and closes it. Everything is checked anew, on what is published now.
 * @throws conflict when the draft was closed meanwhile
 * @returns the version, a newer text somebody saved, or everything in the way; then nothing changed
 */
export async function publishDraft(ctx: Context, input: PublishDraft, publish: PublishPolicy): Promise<PublishedDraft> {
  return inTransaction(ctx, async (ctx): Promise<PublishedDraft> => {
    const state = await getDraft(ctx, input.brandId, input.draftId, true);
    if (state.draft.closedAt !== null) throw conflict('this draft is closed', 'draft-closed');
    if (state.text.number !== input.number) return { overtakenBy: state.text };
    const shelf = await readShelf(ctx, input.brandId);
    const text = publishedText(state.text.source, state.draft, shelf, input.from);
    const found = await obstaclesTo(ctx, input, state, shelf);
    const problems = isPolicy(text) ? problemsWhenPublished(text.document, shelf) : [];
    const obstacles = problems.length > 0 ? [...found, 'versions' as const] : found;
    if (obstacles.length > 0 || text === null) return { obstacles, problems };
    const result = await publish(ctx, input.brandId, text);
    if ('problems' in result) {
      return { obstacles: ['versions'], problems: result.problems.map(({ message }) => message) };
    }
    await putDraftClosed(ctx, input.draftId, result.published.hash);
    return result;
  });
}

const isPolicy = (text: PolicyText | null): text is PolicyText & { readonly document: PolicyDocument } =>
  text?.document.kind === 'policy';

async function obstaclesTo(
  ctx: Context,
  { brandId, from, withoutReplay }: PublishDraft,
  { draft, text }: DraftState,
  shelf: PolicyShelf,
): Promise<readonly Obstacle[]> {
  const golden = await listGoldenCases(ctx, brandId);
  const check = checkDraft({ shelf, documentId: draft.documentId, source: text.source, golden, now: ctx.now });
  const replayed = withoutReplay || wasReplayed(await listReplays(ctx, draft.id, 5), text.number);
  const inTime = isIsoDate(from) && from >= todayOf(ctx.now);
  return [...obstaclesIn(check), ...(replayed ? [] : (['replay'] as const)), ...(inTime ? [] : (['date'] as const))];
}
