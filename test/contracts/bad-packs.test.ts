import { beforeAll, describe, expect, test } from 'vitest';
import { PackError, type PackFiles } from '#app/packs/pack.ts';
import { readPackFolder } from '#app/packs/pack-folder.ts';
import { parsePack } from '#app/packs/parse-pack.ts';
import { packFolder } from '#test/support/app.ts';

let tiny: PackFiles;
beforeAll(async () => {
  tiny = await readPackFolder(packFolder('tiny'));
});

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const textOf = (path: string): string => new TextDecoder().decode(tiny.get(path));
/** The tiny pack with one file changed, added or (null) taken away. */
const withFile = (path: string, content: string | Uint8Array | null): PackFiles => {
  const files = new Map(tiny);
  if (content === null) files.delete(path);
  else files.set(path, typeof content === 'string' ? bytes(content) : content);
  return files;
};
function problemsOf(files: PackFiles): string[] {
  try {
    parsePack(files);
    return [];
  } catch (error) {
    if (!(error instanceof PackError)) throw error;
    return error.message.split('\n');
  }
}
const changed = (path: string, from: string | RegExp, to: string): string[] => {
  const text = textOf(path);
  expect(text).toMatch(from);
  return problemsOf(withFile(path, text.replace(from, to)));
};

const CANCEL = 'articles/cancel-plan';

describe('a pack is refused with file, line and reason', () => {
  test.each([
    [
      'a colour by name',
      'brand.yaml',
      "'#14574f'",
      'green',
      'brand.yaml:18: theme.accent[1]: must be a colour written #rrggbb',
    ],
    [
      'a key nobody knows',
      'brand.yaml',
      'kind: operated',
      'kind: operated\ncolour: red',
      /^brand\.yaml:1: the file: Unrecognized key/,
    ],
    ['a reserved id', 'brand.yaml', 'id: tiny', 'id: desk', 'brand.yaml:1: id: is a reserved word'],
    ['a text missing in a language', 'brand.yaml', /\n {2}de: Womit .*/, '', 'brand.yaml:1: question is missing in de'],
    [
      'a door to nothing',
      'brand.yaml',
      'article:stop-buffering',
      'article:gone',
      'brand.yaml:1: article:gone leads to nothing',
    ],
    [
      'terms that do not exist',
      'brand.yaml',
      'terms: refund-rules',
      'terms: gone',
      'brand.yaml:1: article:gone leads to nothing',
    ],
    ['an icon nobody drew', 'topics.yaml', 'icon: play', 'icon: rocket', /^topics\.yaml:2: \[1\]\.icon: /],
    ['a topic twice', 'topics.yaml', 'id: billing', 'id: playback', 'topics.yaml:1: playback stands twice'],
    ['a channel twice', 'channels.yaml', 'id: phone', 'id: chat', 'channels.yaml:1: chat stands twice'],
    [
      'a zone nobody knows',
      'channels.yaml',
      'Europe/Berlin',
      'Europe/Atlantis',
      /^channels\.yaml:12: \[1\]\.hours\.zone: must be an IANA time zone/,
    ],
    [
      'an action without its article',
      'actions.yaml',
      'article: cancel-plan',
      'article: gone',
      'actions.yaml:1: action cancel: there is no article gone',
    ],
    [
      'an unknown topic',
      `${CANCEL}/meta.yaml`,
      'topic: billing',
      'topic: gone',
      `${CANCEL}/meta.yaml:1: topic:gone does not exist`,
    ],
    [
      'an unknown author',
      `${CANCEL}/meta.yaml`,
      'ada-reel',
      'bob',
      `${CANCEL}/meta.yaml:1: there is no author bob in people.yaml`,
    ],
    [
      'a day that does not exist',
      `${CANCEL}/meta.yaml`,
      '2026-08-20',
      '2026-02-30',
      `${CANCEL}/meta.yaml:6: updated: must be a date written YYYY-MM-DD`,
    ],
    [
      'a link to nothing',
      `${CANCEL}/en.md`,
      'article:refund-rules',
      'article:gone',
      `${CANCEL}/en.md:28: the link article:gone leads to nothing`,
    ],
    [
      'a link nobody understands',
      `${CANCEL}/en.md`,
      'article:refund-rules',
      '/desk',
      `${CANCEL}/en.md:28: “/desk” is neither a full https:// address nor a target such as article:slug`,
    ],
    [
      'a link that runs a script',
      `${CANCEL}/en.md`,
      'article:refund-rules',
      'javascript:alert(1',
      /^articles\/cancel-plan\/en\.md:28: “javascript:alert\(1” is neither/,
    ],
    [
      'a picture without a text',
      `${CANCEL}/en.md`,
      /!\[[^\]]+\]/,
      '![]',
      `${CANCEL}/en.md:16: the picture plan-menu.svg has no alternative text`,
    ],
    [
      'a heading without an id',
      `${CANCEL}/en.md`,
      ' {#before}',
      '',
      `${CANCEL}/en.md:6: heading “Before you start” needs exactly one id, such as {#what-to-do}`,
    ],
    [
      'a step missing in a translation',
      `${CANCEL}/de.md`,
      /### Bestätigen[\s\S]*?=> .*\n/,
      '',
      `${CANCEL}/de.md:1: does not have the same sections, steps and pictures as en.md`,
    ],
    [
      'no front matter',
      `${CANCEL}/de.md`,
      '---\n',
      '',
      `${CANCEL}/de.md:1: starts with front matter between two lines of ---`,
    ],
    ['a mark with a script', 'mark.svg', '<path', '<script/><path', 'mark.svg:1: the element <script> is not allowed'],
    [
      'a picture with a script',
      'pictures/plan-menu.svg',
      '<rect',
      '<rect onload="x"',
      'pictures/plan-menu.svg:1: the attribute onload is not allowed',
    ],
  ])('%s', (_what, path, from, to, problem) => {
    const found = changed(path, from, to);
    expect(found).toContainEqual(typeof problem === 'string' ? problem : expect.stringMatching(problem));
  });

  test('the line counts from the top of the file, also when a blank line follows the front matter', () => {
    const text = textOf(`${CANCEL}/en.md`)
      .replace('---\n## ', '---\n\n## ')
      .replace('article:refund-rules', 'article:gone');
    expect(problemsOf(withFile(`${CANCEL}/en.md`, text))).toEqual([
      `${CANCEL}/en.md:29: the link article:gone leads to nothing`,
    ]);
    expect(problemsOf(withFile(`${CANCEL}/en.md`, text.replaceAll('\n', '\r\n')))).toEqual([
      `${CANCEL}/en.md:29: the link article:gone leads to nothing`,
    ]);
  });

  test.each([
    ['no brand', 'brand.yaml', null, 'brand.yaml:1: is missing'],
    ['no mark', 'mark.svg', null, 'mark.svg:1: is missing'],
    ['a bomb of nested YAML', 'topics.yaml', '- ['.repeat(20_000), 'topics.yaml:1: nested deeper than 24 levels'],
    [
      'a bomb of references',
      'topics.yaml',
      'a: &a [x]\nb: &b [*a, *a]\n',
      'topics.yaml:1: anchors, aliases and tags are not read here',
    ],
    ['bytes that are no text', 'topics.yaml', new Uint8Array([0xff, 0xfe, 0x00]), 'topics.yaml:1: is not UTF-8 text'],
    [
      'a default language missing',
      `${CANCEL}/en.md`,
      null,
      `${CANCEL}/en.md:1: is missing; en is the brand’s default language`,
    ],
    [
      'a language the brand does not have',
      `${CANCEL}/fr.md`,
      'same',
      `${CANCEL}/fr.md:1: fr is not a language of this brand`,
    ],
    [
      'a file written wrongly',
      `${CANCEL}/english.md`,
      'x',
      `${CANCEL}/english.md:1: is neither meta.yaml nor a language such as en.md`,
    ],
    ['a file nobody reads', 'topic.yaml', '[]', 'topic.yaml:1: is not part of a pack (docs/packs.md)'],
    [
      'a folder with a bad name',
      'articles/Über uns/en.md',
      'x',
      'articles/Über uns/en.md:1: does not lie in a folder named by a slug',
    ],
    [
      'a picture with a bad name',
      'pictures/My Menu.svg',
      '<svg></svg>',
      'pictures/My Menu.svg:1: the name must be lower-case words joined by hyphens, ending in .svg, .png, .jpg or .webp',
    ],
    [
      'a picture that is something else',
      'pictures/menu.png',
      '<html>',
      'pictures/menu.png:1: the contents are not what the name says',
    ],
    [
      'a picture that was taken away',
      'pictures/plan-menu.svg',
      null,
      `${CANCEL}/de.md:17: there is no picture plan-menu.svg`,
    ],
  ])('%s', (_what, path, content, problem) => {
    const same = content === 'same' ? textOf(`${CANCEL}/en.md`) : content;
    expect(problemsOf(withFile(path, same))[0]?.replace(/:1[67]: there is/, ':17: there is')).toBe(problem);
  });

  test('facts about a listed brand without a source', () => {
    const brand = textOf('brand.yaml').replace(
      'kind: operated',
      'kind: listed\nverified: 2026-11-01\ndisclaimer:\n  en: Not them.\n  de: Nicht die.',
    );
    expect(problemsOf(withFile('brand.yaml', brand))).toContain(
      `${CANCEL}/meta.yaml:1: facts about a listed brand need sources`,
    );
  });

  test('every problem at once, and at most fifty', () => {
    const files = new Map(
      [...tiny].map(([path, content]) => [path, path.endsWith('meta.yaml') ? bytes('type: poem\n') : content]),
    );
    expect(problemsOf(files).length).toBeGreaterThan(5);
    const many = new Map([...tiny, ...Array.from({ length: 80 }, (_, n) => [`stray-${n}.txt`, bytes('x')] as const)]);
    expect(problemsOf(many)).toHaveLength(50);
  });
});
