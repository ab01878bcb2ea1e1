import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const LIMIT_MS = 60_000;
const LANTERN = 'packs/lantern/policies/refunds.yaml';

interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs the command as a person does, in the folder of the project. */
function recourse(words: readonly string[], input = ''): Ran {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(ROOT, 'bin/recourse.js'), 'policy', ...words], {
    cwd: ROOT,
    input,
    encoding: 'utf8',
    timeout: LIMIT_MS,
    env: { ...process.env, NODE_ENV: 'production' },
  });
  return { code: status, out: stdout, err: stderr };
}

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'recourse-policy-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const written = (name: string, text: string): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};
const lantern = (): string => readFileSync(join(ROOT, LANTERN), 'utf8');

const FACTS = {
  brand: 'lantern',
  channel: 'own',
  request: { kind: 'refund', at: '2026-11-10T10:00:00Z', about: ['c1'], reason: 'notSatisfied' },
  account: { standing: 'good', supportContacts: 1 },
  evidence: { invoiceNumber: 'verified', purchaseEmail: 'verified', explanation: 'verified' },
  charges: [
    {
      id: 'c1',
      at: '2026-11-03T19:14:00Z',
      currency: 'EUR',
      alreadyRefunded: 0,
      disputeState: null,
      merchantOfRecord: 'us',
      components: [{ kind: 'fee', amount: 1299 }],
    },
  ],
};
const json = (ran: Ran): Record<string, unknown> => JSON.parse(ran.out) as Record<string, unknown>;

describe('policy check', () => {
  test('runs the tests of every shipped document, and plain text is what a pipe gets', () => {
    const ran = recourse(['check', 'packs/lantern/policies', 'jurisdictions', 'test/policies']);
    expect(ran).toMatchObject({ code: 0, err: '' });
    expect(ran.out).toContain(`✓ ${LANTERN} lantern-refunds version 1 13 tests passed`);
    expect(ran.out).not.toContain('\u001b');
  });

  test('tells every problem with file, line, place and the word that was meant', () => {
    const text = lantern().replace('exceptionTo:', 'exeptionTo:').replace('lt: 1', 'lt: one');
    const file = written('slips.yaml', text);
    const ran = recourse(['check', file]);
    const line = text.slice(0, text.indexOf('exeptionTo:')).split('\n').length;
    expect(ran.code).toBe(1);
    expect(ran.out).toMatch(
      new RegExp(
        `slips\\.yaml:${line} problem rules\\[\\d\\]\\.exeptionTo: there is no exeptionTo .* did you mean exceptionTo\\?`,
      ),
    );
  });

  test('finds the line of what only shows when the document is put together', () => {
    const text = lantern().replace('fact: account.standing', 'fact: account.standng');
    const ran = recourse(['check', written('path.yaml', text), '--json']);
    const { ok, problems } = json(ran) as { ok: boolean; problems: { line: number; message: string }[] };
    expect([ran.code, ok]).toEqual([1, false]);
    expect(problems[0]?.line).toBe(text.slice(0, text.indexOf('account.standng')).split('\n').length);
    expect(problems[0]?.message).toContain('did you mean standing?');
  });

  test('shows what a failed test expected and got', () => {
    const ran = recourse(['check', written('wrong.yaml', lantern().replace('amount: 1299,', 'amount: 1300,'))]);
    expect(ran.code).toBe(1);
    expect(ran.out).toContain('amount: expected 1300, got 1299');
  });

  test('takes laws a document names from the product, and leaves them out when asked to', () => {
    const text = lantern().replace('\ntests:', '\ntests:\n  with: [fr-cancellation]');
    const file = written('with-law.yaml', text);
    expect(recourse(['check', file]).code).toBe(0);
    expect(recourse(['check', file, '--no-statutes']).code).toBe(0);
  });

  test.each([
    [['check'], 'Name at least one file or folder.'],
    [['check', 'nowhere.yaml'], 'There is no file or folder nowhere.yaml.'],
    [['check', LANTERN, '--jason'], 'There is no option --jason.'],
    [['decide', LANTERN], 'Name the facts'],
    [['replay', 'corpus.jsonl', '--before', LANTERN], 'Name a corpus'],
    [['diff', LANTERN], 'Name two files.'],
    [['explain', LANTERN, '--facts', '-', '--locale', 'xx'], '--locale is one of en, ms, fr, de.'],
  ])('typed wrongly (%j) it answers 2 and shows the usage', (words, message) => {
    const ran = recourse(words);
    expect(ran.code).toBe(2);
    expect(ran.err).toContain(message);
    expect(ran.err).toContain('usage: recourse policy');
  });
});

describe('policy decide, explain and interview', () => {
  test('decides from a file or standing input, the same decision as JSON', () => {
    const file = written('facts.json', JSON.stringify(FACTS));
    const ran = recourse(['decide', LANTERN, '--facts', file, '--json']);
    expect(ran.code).toBe(0);
    expect(json(ran)).toMatchObject({ kind: 'full', occasion: 'refund', amounts: [{ minor: 1299, unit: 'EUR' }] });
    expect(recourse(['decide', LANTERN, '--facts', '-', '--json'], JSON.stringify(FACTS)).out).toBe(ran.out);
    const later = recourse(['decide', LANTERN, '--facts', file, '--json', '--as-of', '2026-12-01']);
    expect(json(later).asOf).toBe('2026-12-01T12:00:00.000Z');
  });

  test('says in the language asked for what was decided and why', () => {
    const late = { ...FACTS, request: { ...FACTS.request, at: '2026-11-15T10:00:00Z' } };
    const ran = recourse(['explain', LANTERN, '--facts', '-', '--locale', 'de'], JSON.stringify(late));
    expect(ran.out).toContain('Eine Erstattung gibt es nicht.');
    expect(ran.out).toContain('Letzter Tag für den Antrag: 10. November 2026.');
    expect(ran.out).toContain('- lantern-refunds/within-seven-days');
  });

  test('refuses wrong facts with the line they stand at', () => {
    const file = written('facts.yaml', 'channel: own\nrequest:\n  kind: refnd\n');
    const ran = recourse(['decide', LANTERN, '--facts', file]);
    expect(ran.code).toBe(1);
    expect(ran.err).toMatch(/facts\.yaml:3: request\.kind: expected .* did you mean refund\?/);
  });

  test('asks the question that tells the most, with its answers', () => {
    const { channel: _, ...unknown } = FACTS;
    const ran = recourse(['interview', LANTERN, '--facts', '-', '--json'], JSON.stringify(unknown));
    const { question } = json(ran) as {
      question: { path: string; asked: { text: string; options: { value: string; label: string }[] } };
    };
    expect(question.path).toBe('channel');
    expect(question.asked.text).toBe('Where did you buy it?');
    expect(question.asked.options).toContainEqual({ value: 'appStore', label: 'In the App Store' });
    const done = recourse(['interview', LANTERN, '--facts', '-', '--json'], JSON.stringify(FACTS));
    expect(json(done).question).toBeNull();
  });
});

describe('policy lint, replay and diff', () => {
  test('lint answers 1 for errors, and for warnings only when it is strict', () => {
    expect(recourse(['lint', LANTERN, '--strict']).code).toBe(0);
    const warned = written('unused.yaml', `${lantern()}\n`.replace('constants:', 'constants:\n    forgotten: 3'));
    const ran = recourse(['lint', warned]);
    expect([ran.code, ran.out.includes('nothing uses the constant forgotten')]).toEqual([0, true]);
    expect(recourse(['lint', warned, '--strict']).code).toBe(1);
  });

  test('replay says who comes out differently and what it costs, line by line', () => {
    const at = (id: string, day: string) =>
      JSON.stringify({ id, facts: { ...FACTS, request: { ...FACTS.request, at: `2026-11-${day}T10:00:00Z` } } });
    const corpus = written('corpus.jsonl', `${at('in-time', '08')}\n\n${at('late', '12')}\n`);
    const draft = written('draft.yaml', lantern().replace('days: 7', 'days: 14'));
    const ran = recourse(['replay', corpus, '--before', LANTERN, '--after', draft, '--json']);
    expect(json(ran)).toMatchObject({
      cases: 2,
      flips: 1,
      change: [{ minor: 1299, unit: 'EUR' }],
      examples: [{ id: 'late', from: 'none', to: 'full' }],
    });
    const csv = recourse(['replay', corpus, '--before', LANTERN, '--after', draft, '--csv']);
    expect(csv.out.split('\n').slice(0, 2)).toEqual([
      'id,from,to,change,reason,region,channel',
      'late,none,full,+1299 EUR,notSatisfied,unknown,own',
    ]);
    const broken = written('broken.jsonl', `${at('ok', '08')}\nnonsense\n`);
    expect(recourse(['replay', broken, '--before', LANTERN, '--after', draft]).err).toContain(
      'broken.jsonl:2: expected one JSON object',
    );
  });

  test('diff says in words what changed', () => {
    const ran = recourse(['diff', 'test/policies/coursewell.yaml', 'test/policies/coursewell-2.yaml']);
    expect(ran.out.split('\n')).toContain(
      '~ rule course, the window after charge.at: up to 30 calendar days → up to 14 calendar days',
    );
    expect(recourse(['diff', LANTERN, LANTERN]).out).toBe('No difference.\n');
  });
});
