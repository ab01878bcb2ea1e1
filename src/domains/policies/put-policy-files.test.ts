import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Context, inTransaction } from '#platform/context.ts';
import { createTestApp, type TestApp } from '#test/support/app.ts';
import { useDatabase } from '#test/support/database.ts';
import { type PutPolicies, putPolicyFiles } from './put-policy-files.ts';
import { listPolicyVersions } from './queries.ts';

/** A small policy of the brand `tiny`; what is given is written over it. */
function policy(more: Readonly<Record<string, string | number>> = {}): string {
  const {
    id = 'tiny-refunds',
    version = 1,
    from = '2026-01-01',
    days = 30,
    status = 'published',
    extra = '',
    unit = 'calendarDay',
    regions = '',
  } = more;
  return `kind: policy
id: ${id}
version: ${version}
layer: company
status: ${status}
scope: { brand: { in: [tiny] }${regions} }
effective: { from: ${from} }
${extra}
provenance: [{ source: made for a test, verified: true }]
zone: Europe/London
rules:
  - id: in-time
    on: [refund]
    when: { within: { of: charge.at, upTo: ${days}, unit: ${unit} } }
    outcome: { refund: { components: all, amount: full } }
`;
}

const messagesOf = (put: PutPolicies): string[] =>
  'problems' in put ? put.problems.map(({ file, line, message }) => `${file}:${line}: ${message}`) : [];

describe('publishing documents', () => {
  const database = useDatabase();
  let app: TestApp;
  let ctx: Context;
  beforeEach(async () => {
    await database.empty();
    app = await createTestApp(database);
    ctx = app.context({ kind: 'staff', id: '7', name: 'Edda' });
  });
  // What still reads in the background would stand in the way of the next test's empty database.
  afterEach(() => app.close());

  const put = (files: Readonly<Record<string, string>>): Promise<PutPolicies> =>
    inTransaction(ctx, (ctx) => putPolicyFiles(ctx, 'tiny', new Map(Object.entries(files))));
  const stored = async (): Promise<string[]> =>
    (await listPolicyVersions(ctx, 'tiny')).map(({ document, file }) => `${file} ${document.id} ${document.version}`);

  test('a document is stored as it was written, and putting it again adds nothing', async () => {
    const first = await put({ 'refunds.yaml': policy() });
    expect('added' in first && first.added.map(({ file }) => file)).toEqual(['refunds.yaml']);
    const [version] = await listPolicyVersions(ctx, 'tiny');
    expect(version?.source).toBe(policy());
    expect(version?.publishedBy).toBe('staff:7');
    const again = await put({ 'refunds.yaml': policy() });
    expect('added' in again && again.added).toEqual([]);
    expect(await stored()).toEqual(['refunds.yaml tiny-refunds 1']);
  });

  test('a comment may be mended; the version stays the one it is', async () => {
    await put({ 'refunds.yaml': policy() });
    const commented = `# mended\n${policy()}`;
    await put({ 'refunds.yaml': commented });
    const [version, ...more] = await listPolicyVersions(ctx, 'tiny');
    expect([version?.source, more]).toEqual([commented, []]);
  });

  test('another text under a number that was used is refused, with what to do instead', async () => {
    await put({ 'refunds.yaml': policy() });
    expect(messagesOf(await put({ 'refunds.yaml': policy({ days: 14 }) }))).toEqual([
      'refunds.yaml:1: version 1 of tiny-refunds is published and never changes; write version 2 with supersedes: 1',
    ]);
    expect((await listPolicyVersions(ctx, 'tiny'))[0]?.source).toBe(policy());
  });

  test('the next version stands in a file of its own, and both are kept', async () => {
    const next = policy({ version: 2, from: '2027-01-01', days: 14, extra: 'supersedes: 1' });
    await put({ 'refunds.yaml': policy() });
    expect(messagesOf(await put({ 'refunds.yaml': next }))[0]).toContain('put version 2 into a file beside it');
    expect(messagesOf(await put({ 'refunds-2.yaml': next }))).toEqual([]);
    expect(await stored()).toEqual(['refunds.yaml tiny-refunds 1', 'refunds-2.yaml tiny-refunds 2']);
  });

  test('two versions that hold on one day are refused, and so is a hole between two', async () => {
    await put({ 'refunds.yaml': policy() });
    const overlapping = await put({ 'refunds-2.yaml': policy({ version: 2, from: '2026-06-01', days: 14 }) });
    expect(messagesOf(overlapping).join()).toContain('overlaps version 2, which begins on 2026-06-01');
    const first = policy({
      id: 'tiny-other',
      from: '2026-01-01, until: 2026-03-01',
      regions: ', regions: { in: [MY] }',
    });
    const late = policy({ id: 'tiny-other', version: 2, from: '2026-04-01', regions: ', regions: { in: [MY] }' });
    const gap = await put({ 'a.yaml': first, 'b.yaml': late });
    expect(messagesOf(gap).join()).toContain('leaves a gap until version 2 begins on 2026-04-01');
    expect(await stored()).toEqual(['refunds.yaml tiny-refunds 1']);
  });

  test('two documents for the same customers are refused', async () => {
    await put({ 'refunds.yaml': policy() });
    const second = await put({ 'more.yaml': policy({ id: 'tiny-more' }) });
    expect(messagesOf(second).join()).toContain('may apply together with');
    expect(await stored()).toEqual(['refunds.yaml tiny-refunds 1']);
  });

  test('a window over a calendar nobody wrote is refused with the name that is missing', async () => {
    const source = policy({ unit: 'businessDay, calendar: nowhere' });
    expect(messagesOf(await put({ 'refunds.yaml': source })).join()).toContain('nowhere');
    expect(await stored()).toEqual([]);
  });

  test('a draft is no publication, and a file that cannot be read says where', async () => {
    expect(messagesOf(await put({ 'refunds.yaml': policy({ status: 'draft' }) }))).toEqual([
      'refunds.yaml:1: is a draft; set status: published',
    ]);
    expect(messagesOf(await put({ 'Refunds.YAML': policy() }))[0]).toContain('needs a name of small letters');
    const broken = messagesOf(await put({ 'refunds.yaml': policy({ days: 'soon' }) }));
    expect(broken[0]).toMatch(/^refunds\.yaml:14: .*soon/);
  });

  test('two nodes that publish the same at once end with one version and no error', async () => {
    const files = { 'refunds.yaml': policy() };
    const done = await Promise.all([put(files), put(files), put(files)]);
    expect(done.flatMap(messagesOf)).toEqual([]);
    expect(await stored()).toEqual(['refunds.yaml tiny-refunds 1']);
  });
});
