import { describe, expect, test } from 'vitest';
import { MAX_BODY, readBody, SECTION_ROLES, shapeOf } from './body.ts';

const problemsOf = (text: string): [number, string][] => readBody(text).problems.map((p) => [p.line, p.message]);

describe('readBody', () => {
  test('finds the lead, the sections with their roles, the steps and what each should show', () => {
    const text = [
      'In short.',
      '',
      '## What you see {#problem .problem}',
      '',
      'A circle.',
      '',
      '## What to do {#steps .steps}',
      '',
      'First:',
      '',
      '### Restart the app {#restart .step}',
      '',
      'Close it.',
      '',
      '=> The film **plays**.',
      '',
      '### Ask {#ask .step .optional}',
      '',
      'Write to us.',
      '',
      '## Anything else {#more}',
    ].join('\n');
    expect(readBody(text)).toEqual({
      problems: [],
      body: {
        lead: 'In short.',
        sections: [
          { id: 'problem', heading: 'What you see', role: 'problem', markdown: 'A circle.', steps: [] },
          {
            id: 'steps',
            heading: 'What to do',
            role: 'steps',
            markdown: 'First:',
            steps: [
              {
                id: 'restart',
                title: 'Restart the app',
                optional: false,
                markdown: 'Close it.',
                expected: 'The film **plays**.',
              },
              { id: 'ask', title: 'Ask', optional: true, markdown: 'Write to us.', expected: undefined },
            ],
          },
          { id: 'more', heading: 'Anything else', role: undefined, markdown: '', steps: [] },
        ],
      },
    });
  });

  test.each(SECTION_ROLES)('knows the role .%s', (role) => {
    expect(readBody(`## A {#a .${role}}`)).toMatchObject({ problems: [], body: { sections: [{ role }] } });
  });

  test('takes ## inside fenced code for code', () => {
    const text = '## A {#a}\n\n```sh\n## not a heading\n```\n\n~~~\n### nor this\n~~~\n\n## B {#b}';
    expect(readBody(text)).toMatchObject({ problems: [], body: { sections: [{ id: 'a' }, { id: 'b' }] } });
    expect(readBody(text).body.sections[0]?.markdown).toContain('## not a heading');
  });

  test('a fence is closed by its own kind only', () => {
    const text = '```\n~~~\n## still code\n```\n\n## A {#a}';
    expect(readBody(text)).toMatchObject({ problems: [], body: { sections: [{ id: 'a' }] } });
  });

  test('reads a text without any heading', () => {
    expect(readBody('Just this.')).toEqual({ problems: [], body: { lead: 'Just this.', sections: [] } });
    expect(readBody('')).toEqual({ problems: [], body: { lead: '', sections: [] } });
  });

  test('leaves words in braces inside a heading alone', () => {
    expect(readBody('## The key {x} explained {#key}').body.sections[0]).toMatchObject({
      id: 'key',
      heading: 'The key {x} explained',
    });
  });
});

describe('readBody names the line of', () => {
  const roles = SECTION_ROLES.join(', ');

  test.each([
    [
      'a heading without an id',
      'a\n\n## What to do',
      3,
      'heading “What to do” needs exactly one id, such as {#what-to-do}',
    ],
    ['a heading with two ids', '## A {#a #b}', 1, 'heading “A” needs exactly one id, such as {#what-to-do}'],
    [
      'an attribute that is no id and no role',
      '## A {#a onclick=x}',
      1,
      'heading “A” has an attribute that is neither #id nor .role',
    ],
    ['an unknown role', '\n## A {#a .magic}', 2, `.magic is not a role of a section; roles are ${roles}`],
    ['two roles', '## A {#a .problem .causes}', 1, `.causes is not a role of a section; roles are ${roles}`],
    ['an id used twice', '## A {#a}\n\n## B {#a}', 3, 'the id #a is used twice'],
    ['an id a step shares with a section', '## A {#a .steps}\n### B {#a .step}', 2, 'the id #a is used twice'],
    ['a title', '# Title {#t}', 1, 'headings are ## for sections and ### … {#id .step} for steps inside one'],
    [
      'a step outside a section',
      '### Step {#s .step}',
      1,
      'headings are ## for sections and ### … {#id .step} for steps inside one',
    ],
    [
      'a small heading that is no step',
      '## A {#a}\n### B {#b}',
      2,
      'headings are ## for sections and ### … {#id .step} for steps inside one',
    ],
    [
      'a step with a section’s role',
      '## A {#a .steps}\n### B {#b .step .causes}',
      2,
      '.causes is not a role of a step',
    ],
    [
      'two expected results',
      '## A {#a .steps}\n### B {#b .step}\n=> One.\n=> Two.',
      2,
      'step “B” has more than one expected result (=>)',
    ],
    ['a text that is too long', 'x'.repeat(MAX_BODY + 1), 1, `the text is longer than ${MAX_BODY} characters`],
  ])('%s', (_what, text, line, message) => {
    expect(problemsOf(text)).toEqual([[line, message]]);
  });

  test('too many headings, and reads no more than the first eighty', () => {
    const text = Array.from({ length: 81 }, (_, n) => `## H {#h-${n}}`).join('\n');
    expect(problemsOf(text)).toEqual([[1, 'more than 80 headings']]);
    expect(readBody(text).body.sections).toHaveLength(80);
  });
});

test.each([
  ['a heading of 59,000 blanks', `## a${' '.repeat(59_000)}b`],
  ['a heading of blanks and an open brace', `## ${' '.repeat(59_000)}{x`],
  ['a heading of 59,000 open braces', `## ${'{'.repeat(59_000)}`],
  ['59,000 open brackets', '!['.repeat(29_500)],
])('%s is read in bounded time', (_what, text) => {
  const started = performance.now();
  readBody(text);
  shapeOf(text);
  expect(performance.now() - started).toBeLessThan(500);
});

describe('shapeOf', () => {
  const english = '## A {#a .steps}\n\n### B {#b .step}\n\n![Menu](menu.svg)\n\n## C {#c}';

  test('is the ids in order and the pictures, whatever the language', () => {
    expect(shapeOf(english)).toEqual({ ids: ['a', 'b', 'c'], pictures: ['menu.svg'] });
    expect(shapeOf(english.replace('Menu', 'Menü').replace('## A', '## Ä'))).toEqual(shapeOf(english));
  });

  test('differs when a section, a step or a picture is missing or moved', () => {
    for (const other of [
      english.replace('## C {#c}', ''),
      english.replace('#b', '#x'),
      english.replace('menu.svg', 'other.svg'),
      '## C {#c}\n\n## A {#a .steps}\n\n### B {#b .step}\n\n![Menu](menu.svg)',
    ])
      expect(shapeOf(other)).not.toEqual(shapeOf(english));
  });
});
