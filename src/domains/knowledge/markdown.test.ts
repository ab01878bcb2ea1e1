import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type LinkTargets, plainText, referencesIn, renderInline, renderMarkdown } from './markdown.ts';

const targets: LinkTargets = {
  link: (target) => (target === 'article:refund' ? { href: '/tiny/en/guides/refund', external: false } : null),
  picture: (name) => (name === 'menu.svg' ? '/tiny/pictures/menu.svg?v=1' : null),
};
const html = (markdown: string): string => renderMarkdown(markdown, targets).trim();

describe('an article is rendered', () => {
  test.each([
    ['paragraphs, strong and emphasis', '**Plan** and *picture*', '<p><strong>Plan</strong> and <em>picture</em></p>'],
    ['a link inside', '[get it](article:refund)', '<p><a href="/tiny/en/guides/refund">get it</a></p>'],
    [
      'a link out, marked as one',
      '[law](https://law.example/a)',
      '<p><a href="https://law.example/a" rel="noopener external">law</a></p>',
    ],
    ['a link to nothing public as its words', '[draft](article:draft)', '<p><span>draft</span></p>'],
    ['a link inside strong words', '**[draft](article:draft)**', '<p><strong><span>draft</span></strong></p>'],
    [
      'a picture',
      '![The menu](menu.svg)',
      '<p><img src="/tiny/pictures/menu.svg?v=1" alt="The menu" loading="lazy" decoding="async" class="step-picture"></p>',
    ],
    ['a picture there is none of, as nothing', '![x](none.svg)', '<p></p>'],
    ['a hash that is no heading here', '# Title', '<p># Title</p>'],
  ])('with %s', (_what, markdown, expected) => {
    expect(html(markdown)).toBe(expected);
  });

  test('with callouts', () => {
    expect(html('> [!warning]\n> Do not.')).toBe(
      '<blockquote class="callout callout-warning">\n<p>Do not.</p>\n</blockquote>',
    );
    expect(html('> [!tip] Try *this*.')).toBe(
      '<blockquote class="callout callout-tip">\n<p>Try <em>this</em>.</p>\n</blockquote>',
    );
    expect(html('> [!secret]\n> Hm.')).toBe('<blockquote>\n<p>[!secret]\nHm.</p>\n</blockquote>');
  });

  test('with tables', () => {
    expect(html('| Plan | Price |\n| --- | --- |\n| Basic | **5** |').replaceAll('\n', '')).toBe(
      '<table><thead><tr><th>Plan</th><th>Price</th></tr></thead><tbody><tr><td>Basic</td><td><strong>5</strong></td></tr></tbody></table>',
    );
  });

  test('with one line on its own', () => {
    expect(renderInline('The **film** [plays](article:refund).', targets)).toBe(
      'The <strong>film</strong> <a href="/tiny/en/guides/refund">plays</a>.',
    );
  });
});

describe('nothing gets out of the words', () => {
  test.each([
    ['raw HTML', '<script>alert(1)</script>'],
    ['raw HTML inside a line', 'a <img src=x onerror=alert(1)> b'],
    ['an HTML comment', '<!-- --><b>'],
    ['HTML in a picture’s text', '![<b onclick="x">](menu.svg)'],
    ['HTML in a link’s words', '[<b>](https://x.example)'],
    ['HTML in a title', '[a](https://x.example "\\"><script>")'],
    ['HTML in code', '`<script>`\n\n```"><script>\n<script>\n```'],
    ['HTML in a table', '| <b> |\n| --- |\n| <script> |'],
  ])('%s', (_what, markdown) => {
    expect(html(markdown)).not.toMatch(/<(?:script|b|img(?! src="\/tiny))\b/);
  });

  test.each([
    '[x](javascript:alert(1))',
    '[x](JaVaScRiPt:alert(1))',
    '[x](&#106;avascript:alert(1))',
    '[x](data:text/html,x)',
    '[x](vbscript:x)',
    '[x](//evil.example)',
    '[x](/desk)',
    '[x](http://insecure.example)',
    '<javascript:alert(1)>',
    '[x][1]\n\n[1]: javascript:alert(1)',
    '![x](https://evil.example/track.png)',
    '![x](javascript:alert(1))',
    '![x](../../desk.svg)',
  ])('%s is no link and no picture', (markdown) => {
    expect(html(markdown)).not.toMatch(/<(?:a|img)\b/);
  });

  test('whatever the text, only known tags and addresses come out', () => {
    const part = fc.constantFrom(
      '<script>',
      '[a](',
      ')',
      '![',
      '](menu.svg)',
      '`',
      '**',
      '> ',
      '\n',
      '|',
      '"',
      "'",
      '&lt;',
      'javascript:',
      'https://x.example',
      '<b>',
      'x',
    );
    const allowed = /^(?:p|em|strong|code|pre|a|span|img|ul|ol|li|blockquote|br|table|thead|tbody|tr|th|td|s)$/;
    fc.assert(
      fc.property(fc.array(part, { maxLength: 30 }), (parts) => {
        const out = html(parts.join(''));
        for (const [, name = ''] of out.matchAll(/<\/?([a-zA-Z]+)/g)) expect(name).toMatch(allowed);
        for (const [, href = ''] of out.matchAll(/(?:href|src)="([^"]*)"/g))
          expect(href).toMatch(/^(?:https:\/\/|\/tiny\/|menu\.svg|$)/);
      }),
      { numRuns: 500 },
    );
  });

  test.each([
    ['quotes in quotes', '> '.repeat(20_000)],
    ['open brackets', '['.repeat(20_000)],
    ['open emphasis', '*a '.repeat(15_000)],
    ['backticks', Array.from({ length: 300 }, (_, n) => '`'.repeat(n)).join(' ')],
  ])('a text of %s is rendered in bounded time', (_what, markdown) => {
    const started = performance.now();
    html(markdown);
    plainText(markdown);
    referencesIn(markdown);
    expect(performance.now() - started).toBeLessThan(3000);
  });
});

describe('plainText', () => {
  test.each([
    ['marks', '**Go** to *Account*, `Plan`', 'Go to Account, Plan'],
    ['links', 'See [refunds](article:refund).', 'See refunds.'],
    ['lists, one line an entry', '- One\n- Two', 'One\nTwo'],
    ['lines of one paragraph', 'a\nb\n\nc', 'a b\nc'],
    ['callouts', '> [!note]\n> Mind this.', 'Mind this.'],
    ['pictures, by their text', '![The menu](menu.svg)', 'The menu'],
    ['tables', '| A | B |\n| - | - |\n| 1 | 2 |', 'A · B\n1 · 2'],
    ['HTML, which is text here', 'a <b>c</b>', 'a <b>c</b>'],
  ])('keeps the words of %s', (_what, markdown, words) => {
    expect(plainText(markdown)).toBe(words);
  });
});

test('every link and picture a text names is found with its line', () => {
  expect(referencesIn('a [b](article:c)\n\n![d](e.svg) and [f](https://g.example)\n![](h.png)')).toEqual([
    { line: 1, kind: 'link', target: 'article:c', alt: 'b' },
    { line: 3, kind: 'picture', target: 'e.svg', alt: 'd' },
    { line: 3, kind: 'link', target: 'https://g.example', alt: 'f' },
    { line: 4, kind: 'picture', target: 'h.png', alt: '' },
  ]);
});

test('a link with a title is found as well', () => {
  expect(referencesIn('[a](article:gone "why")')).toMatchObject([{ target: 'article:gone' }]);
});
