import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { svgProblem } from './svg.ts';

const PACKS = fileURLToPath(new URL('../../packs/', import.meta.url));
/** Generous for a busy machine; what backtracks takes minutes. */
const BOUND_MS = 1000;
const around = (inside: string): string => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">${inside}</svg>`;

describe('a drawing is safe', () => {
  test.each([
    ['paths and groups', around('<g fill="none"><path d="M0 0h9" stroke="#000000"/></g>')],
    ['an XML declaration and a comment', `<?xml version="1.0"?>\n<!-- drawn by hand -->\n${around('')}`],
    ['a gradient used by its id', around('<linearGradient id="a"/><rect fill="url(#a)" width="9" height="9"/>')],
    ['text', around('<title>Menu</title><text x="1" y="2" font-size="3">Plan &amp; price</text>')],
  ])('%s', (_what, drawing) => {
    expect(svgProblem(drawing)).toBeUndefined();
  });

  test('every picture and mark of the packs', () => {
    const files = readdirSync(PACKS, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.svg'));
    const problems = files.flatMap((name) => {
      const problem = svgProblem(readFileSync(PACKS + name, 'utf8'), name.endsWith('mark.svg'));
      return problem === undefined ? [] : [`${name}: ${problem}`];
    });
    expect(files.length).toBeGreaterThan(50);
    expect(problems).toEqual([]);
  });
});

describe('a drawing is refused, with the reason', () => {
  test.each([
    ['a script', around('<script>alert(1)</script>'), 'the element <script> is not allowed'],
    ['a script in another case', around('<SCRIPT/>'), 'the element <SCRIPT> is not allowed'],
    ['an event handler', '<svg onload="alert(1)"></svg>', 'the attribute onload is not allowed'],
    ['an event handler inside', around('<path onclick=\'x\' d="M0 0"/>'), 'the attribute onclick is not allowed'],
    ['HTML inside', around('<foreignObject/>'), 'the element <foreignObject> is not allowed'],
    ['an animation', around('<animate attributeName="href"/>'), 'the element <animate> is not allowed'],
    [
      'a picture from elsewhere',
      around('<image href="https://x.example/a.png"/>'),
      'the element <image> is not allowed',
    ],
    ['a link out', around('<use href="https://x.example/a.svg#a"/>'), 'links out of the drawing are not allowed'],
    ['an old-style link out', around('<use xlink:href="//x.example/a"/>'), 'the attribute xlink:href is not allowed'],
    ['a style sheet', around('<style>*{}</style>'), 'the element <style> is not allowed'],
    ['a style', around('<path style="fill:url(https://x.example)"/>'), 'the attribute style is not allowed'],
    ['a fill from elsewhere', around('<path fill="url(https://x.example/a)"/>'), 'the value of fill is not allowed'],
    [
      'a quoted fill from elsewhere',
      around(`<path fill="url( 'https://x.example')"/>`),
      'the value of fill is not allowed',
    ],
    ['a data address', around('<path fill="data:text/html,x"/>'), 'the value of fill is not allowed'],
    ['an entity in an attribute', around('<path fill="&x;"/>'), 'the value of fill is not allowed'],
    ['a document type', `<!DOCTYPE svg [<!ENTITY x "y">]>${around('')}`, 'it is not a plain SVG drawing'],
    [
      'an entity declared inside',
      around('<!ENTITY x SYSTEM "file:///etc/passwd">'),
      'it holds something that is not a tag',
    ],
    ['character data', around('<![CDATA[<script>]]>'), 'the element <script> is not allowed'],
    ['an attribute without a value', around('<path hidden/>'), '<path> has attributes that cannot be read'],
    ['an attribute without quotes', around('<path onload=alert(1)>'), '<path> has attributes that cannot be read'],
    ['a tag put together from a comment', around('<scr<!-- -->ipt>'), 'the element <script> is not allowed'],
    ['something else', '<html></html>', 'it is not a plain SVG drawing'],
    ['nothing', '', 'it is not a plain SVG drawing'],
    ['a drawing of more than 200 kB', around('<g/>'.repeat(60_000)), 'the drawing is larger than 200 kB'],
  ])('%s', (_what, drawing, problem) => {
    expect(svgProblem(drawing)).toBe(problem);
  });
});

describe('a mark, which stands inside pages, may also not have', () => {
  test.each([
    ['an id', around('<path id="search"/>'), 'the attribute id is not allowed in a mark'],
    ['a class', around('<path class="button"/>'), 'the attribute class is not allowed in a mark'],
    ['text', around('<text>a</text>'), 'the element <text> is not allowed'],
    // HTML closes `<!-->` at once, so what XML takes for a comment would be read as part of the page.
    [
      'a comment that HTML ends early',
      around('<!--><img src=x>--><path d="M0 0"/>'),
      'the element <img> is not allowed',
    ],
    ['any comment', around('<!-- a -->'), 'it holds something that is not a tag'],
  ])('%s', (_what, mark, problem) => {
    expect(svgProblem(mark, true)).toBe(problem);
  });
});

test.each([
  ['blanks in a tag that does not end', `<svg${' '.repeat(190_000)}<</svg>`],
  ['an attribute name of 190,000 letters', `<svg ${'a'.repeat(190_000)}></svg>`],
  ['comments that do not end', `<svg>${'<!--'.repeat(47_000)}</svg>`],
  ['tags that do not end', `<svg>${'<a '.repeat(60_000)}</svg>`],
  ['an attribute name followed by blanks', `<svg ${'a'.repeat(40)}${' '.repeat(150_000)}></svg>`],
])('a drawing of %s is refused in bounded time', (_what, drawing) => {
  const started = performance.now();
  expect(svgProblem(drawing)).toBeTypeOf('string');
  expect(performance.now() - started).toBeLessThan(BOUND_MS);
});
