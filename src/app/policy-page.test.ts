import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type PolicyText, readPolicyText } from '#domains/policies/index.ts';
import { createTestApp, type TestApp } from '#test/support/app.ts';
import { useDatabase } from '#test/support/database.ts';
import { publishPolicyDocument } from './publish-policy.ts';

interface Version {
  readonly version: number;
  readonly from: string;
  readonly days: number;
  readonly status?: string;
  readonly rules?: string;
}

function policy({ version, from, days, status = 'published', rules = '' }: Version): PolicyText {
  const read = readPolicyText(
    version === 1 ? 'refunds.yaml' : `refunds-${version}.yaml`,
    `kind: policy
id: tiny-refunds
version: ${version}
layer: company
title: { en: Refunds of Tiny, de: Erstattungen von Tiny }
status: ${status}
scope: { brand: { in: [tiny] } }
effective: { from: ${from} }
${version > 1 ? `supersedes: ${version - 1}` : ''}
provenance:
  - { source: 'Tiny <help> pages', url: 'https://tiny.example/refunds', retrievedAt: 2026-11-01, verified: true }
  - { source: 'Hearsay', verified: false, note: 'Nobody could check it.' }
zone: UTC
rules:
  - id: in-time
    on: [refund]
    when: { within: { of: charge.at, upTo: ${days} } }
    outcome: { refund: { components: all, amount: full, arrivesWithin: { upTo: 21, unit: calendarDay } } }
    text: { en: 'You asked <in> time.', de: 'Sie haben rechtzeitig gefragt.' }
    cite: { source: 'Tiny terms', section: '§ 7', url: 'javascript:alert(1)' }
${rules}otherwise:
  - { id: late, on: [refund], outcome: { deny: { reason: late } } }
`,
  );
  if ('problems' in read) throw new Error(JSON.stringify(read.problems));
  return read;
}

const SECOND = `  - id: by-mistake
    on: [refund]
    when: { fact: request.reason, eq: accidentalSignUp }
    outcome: { refer: { queue: review } }
`;

describe('the policy page', () => {
  const database = useDatabase();
  let app: TestApp;
  beforeEach(async () => {
    await database.empty();
    app = await createTestApp(database);
  });
  // What still reads in the background would stand in the way of the next test's empty database.
  afterEach(() => app.close());

  async function publish(version: Version): Promise<void> {
    const done = await publishPolicyDocument(app.context(), 'tiny', policy(version));
    if ('problems' in done) throw new Error(JSON.stringify(done.problems));
    await app.services.directory.refresh();
  }
  const text = async (path: string, status = 200): Promise<string> => {
    const answer = await app.request(path);
    expect(answer.status).toBe(status);
    return answer.text();
  };

  test('a brand without documents says so, and still shows what the law gives', async () => {
    const page = await text('/tiny/en/policy');
    expect(page).toContain('No rules are written down here yet');
    expect(page).toContain('EU right of withdrawal');
    expect(page).toContain('announced, not yet in force');
  });

  test('a document is told in the reader’s language, with its dates, sources and anchors, and everything escaped', async () => {
    await publish({ version: 1, from: '2026-01-01', days: 30 });
    const page = await text('/tiny/de/policy');
    expect(page).toContain('Erstattungen von Tiny');
    expect(page).toContain('id="tiny-refunds.in-time"');
    expect(page).toContain('Beantragt innerhalb von 30 Tagen nach der Belastung');
    expect(page).toContain('Das Geld kommt innerhalb von 21 Tagen an.');
    expect(page).toContain('1. Januar 2026');
    expect(page).toContain('Tiny &lt;help&gt; pages');
    expect(page).toContain('gelesen am 1. November 2026');
    expect(page).toContain('aus zweiter Hand, nicht geprüft');
    expect(page).toContain('Tiny terms, § 7');
    expect(page).not.toContain('javascript:');
  });

  test('a version that is to come stands on the page as that, and becomes the rule on its day', async () => {
    await publish({ version: 1, from: '2026-01-01', days: 30 });
    await publish({ version: 2, from: '2026-12-01', days: 14 });
    const before = await text('/tiny/en/policy');
    expect(before.indexOf('within 30 days')).toBeLessThan(before.indexOf('published, not yet in force'));
    expect(before.indexOf('published, not yet in force')).toBeLessThan(before.indexOf('within 14 days'));
    const ids = [...before.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
    expect(ids).toEqual(expect.arrayContaining(['tiny-refunds.in-time', 'tiny-refunds.2.in-time']));
    app.clock.set('2026-12-01T00:00:00Z');
    const after = await text('/tiny/en/policy');
    expect(after).toContain('within 14 days');
    expect(after).not.toContain('within 30 days');
    const old = await text('/tiny/en/policy?version=tiny-refunds.1');
    expect(old).toContain('within 30 days');
    expect(old).toContain('no longer in force');
    expect(old).toContain('noindex');
    await text('/tiny/en/policy?version=tiny-refunds.3', 404);
  });

  test('what is only announced is marked, and decides nothing', async () => {
    await publish({ version: 1, from: '2026-01-01', days: 30, status: 'announced' });
    const page = await text('/tiny/en/policy?version=tiny-refunds.1');
    expect(page).toContain('You are reading a version that is announced and not yet in force.');
  });

  test('two versions are compared clause by clause, the words that changed marked', async () => {
    await publish({ version: 1, from: '2026-01-01', days: 30 });
    await publish({ version: 2, from: '2026-06-01', days: 14, rules: SECOND });
    expect(await text('/tiny/en/policy')).toContain('policy/changes?document=tiny-refunds&amp;from=1&amp;to=2');
    const page = await text('/tiny/en/policy/changes?document=tiny-refunds&from=1&to=2');
    expect(page).toContain('<del>30</del>');
    expect(page).toContain('<ins>14</ins>');
    expect(page).toContain('<ins>Reason: I signed up by mistake</ins>');
    expect(page).toContain('1 clause is the same in both versions.');
    // The order in the address does not turn time around.
    const turned = await text('/tiny/en/policy/changes?document=tiny-refunds&from=2&to=1');
    expect(turned).toContain('<del>30</del>');
    await text('/tiny/en/policy/changes?document=tiny-refunds&from=1&to=9', 404);
    await text('/tiny/en/policy/changes', 404);
  });

  test('the page is linked from every page of its brand and named in the sitemap', async () => {
    expect(await text('/tiny/en/')).toContain('href="/tiny/en/policy"');
    expect(await text('/sitemap.xml')).toContain('/tiny/de/policy</loc>');
  });
});
