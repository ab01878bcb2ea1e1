import { describe, expect, it } from 'vitest';
import { LinkButton } from './button.tsx';
import { ChannelCard } from './channel-card.tsx';
import { RadioGroup, SelectField } from './choice-field.tsx';
import { fieldId } from './field.tsx';
import { ErrorSummary, Form } from './form.tsx';
import { HelpfulQuestion } from './helpful-question.tsx';
import { Highlight, markedPieces } from './highlight.tsx';
import { Icon, isIconName } from './icons.tsx';
import { Mark, markFault, maxMarkLength } from './mark.tsx';
import { safeHref } from './markup.ts';
import { ResultGroups } from './results.tsx';
import { SearchField } from './search-field.tsx';
import { TextArea, TextField } from './text-field.tsx';

const hostile = '"><script>alert(1)</script>';
const scriptUrl = ['javascript', 'alert(1)'].join(':');
const html = async (node: unknown): Promise<string> => String(await node);

describe('words from outside', () => {
  it('are escaped in text and in attributes', async () => {
    const pages = await Promise.all([
      html(<TextField name="q" label={hostile} value={hostile} help={hostile} error={hostile} placeholder={hostile} />),
      html(<TextArea name="q" label="Text" value={`</textarea>${hostile}`} />),
      html(<SearchField action="/search" label={hostile} button={hostile} value={hostile} />),
      html(<LinkButton href={`/x${hostile}`}>{hostile}</LinkButton>),
      html(<Highlight text={hostile} ranges={[{ start: 0, end: 9 }]} />),
      html(
        <ResultGroups groups={[{ kind: 'article', title: hostile, results: [{ href: hostile, title: hostile }] }]} />,
      ),
    ]);
    for (const page of pages) {
      expect(page).not.toContain('<script>');
      expect(page).not.toContain('</textarea>&quot;&gt;<');
    }
    expect(pages[0]).toContain('value="&quot;&gt;&lt;script&gt;');
  });

  it('never become an address that runs', async () => {
    for (const href of [
      scriptUrl,
      ' JaVaScRiPt:alert(1)',
      'java\nscript:alert(1)',
      'data:text/html,x',
      '\u0001vbscript:x',
    ]) {
      expect(safeHref(href), href).toBeUndefined();
    }
    for (const href of [
      '/help',
      '#top',
      '?q=a:b',
      'help/a:b',
      'https://example.com/',
      'tel:+6045550134',
      'mailto:a@example.com',
    ]) {
      expect(safeHref(href), href).toBe(href);
    }
    const labels = { hours: 'Hours', bestFor: 'Best for', wait: 'Wait', shortcut: 'Shortcut', source: 'Source' };
    const card = await html(<ChannelCard icon="phone" name="Phone" value="Call" href={scriptUrl} labels={labels} />);
    expect(card).not.toContain('javascript:');
    expect(card).toContain('Call');
  });
});

describe('a field', () => {
  it('says its help and its error to everybody', async () => {
    const field = await html(<TextField name="email" label="E-mail" help="For the receipt" error="Write an address" />);
    expect(field).toContain('<label class="field-label" for="field-email">');
    expect(field).toContain('aria-describedby="field-email-error field-email-help"');
    expect(field).toContain('aria-invalid="true"');
    expect(field).toContain('<p class="field-error" id="field-email-error">');
    expect(field).toContain('<p class="field-help" id="field-email-help">');
  });

  it('without an error is not marked invalid', async () => {
    const field = await html(<TextField name="email" label="E-mail" />);
    expect(field).not.toContain('aria-invalid');
    expect(field).not.toContain('aria-describedby');
  });

  it('keeps what was typed and what was chosen', async () => {
    const options = [
      { value: 'a', label: 'A' },
      { value: 'b', label: 'B' },
    ];
    expect(await html(<TextArea name="why" label="Why" value={'two\nlines & more'} />)).toContain(
      'two\nlines &amp; more',
    );
    expect(await html(<SelectField name="s" label="S" options={options} value="b" />)).toContain(
      'value="b" selected=""',
    );
    expect(await html(<RadioGroup name="r" label="R" options={options} value="b" />)).toContain('value="b" checked=""');
  });

  it('can be reached from the error summary, a group too', async () => {
    const href = `#${fieldId({ name: 'worked' })}`;
    const group = await html(<RadioGroup name="worked" label="Did it work?" options={[]} error="Choose" />);
    const summary = await html(<ErrorSummary title="One answer is missing" faults={[{ href, message: 'Choose' }]} />);
    expect(summary).toContain('href="#field-worked"');
    expect(summary).toContain('tabindex="-1"');
    expect(group).toContain('id="field-worked" tabindex="-1"');
  });
});

describe('a form', () => {
  it('works without script: search is a GET with its field named, feedback is two posts', async () => {
    const search = await html(<SearchField action="/northstar/en/search" label="Search" button="Search" />);
    expect(search).toContain('action="/northstar/en/search" method="get"');
    expect(search).toContain('name="q"');
    const labels = {
      question: 'Helpful?',
      yes: 'Yes',
      needsWork: 'Needs work',
      reason: 'Why',
      comment: 'More',
      optional: 'optional',
      send: 'Send',
    };
    const feedback = await html(
      <HelpfulQuestion action="/f" labels={labels} reasons={[{ value: 'wrong', label: 'Wrong' }]} />,
    );
    expect(feedback.match(/<form[^>]*method="post"/g)).toHaveLength(2);
    expect(feedback).toContain('name="helpful" value="yes"');
    expect(feedback).toContain('name="helpful" value="no"');
  });

  it('carries its hidden values escaped', async () => {
    expect(await html(<Form action="/a" hidden={{ token: '"x"' }} />)).toContain('name="token" value="&quot;x&quot;"');
  });
});

describe('marked text', () => {
  it.each([
    [
      'overlapping ranges',
      [
        { start: 0, end: 4 },
        { start: 2, end: 6 },
      ],
    ],
    [
      'ranges out of order',
      [
        { start: 4, end: 6 },
        { start: 0, end: 4 },
      ],
    ],
    [
      'ranges outside the text',
      [
        { start: 0, end: 6 },
        { start: 90, end: 99 },
        { start: 3, end: 1 },
      ],
    ],
  ])('loses and doubles nothing with %s', (_, ranges) => {
    const pieces = markedPieces('refund now', ranges);
    expect(pieces.map((piece) => piece.text).join('')).toBe('refund now');
    expect(
      pieces
        .filter((piece) => piece.marked)
        .map((piece) => piece.text)
        .join(''),
    ).toBe('refund');
  });
});

describe('a brand mark', () => {
  const shape = '<svg viewBox="0 0 28 28" fill="none" stroke="currentColor"><path d="M14 2l3 8"/></svg>';

  it('of plain shapes is shown', async () => {
    expect(markFault(shape)).toBeUndefined();
    expect(await html(<Mark svg={shape} />)).toContain(shape);
  });

  it.each([
    ['script', '<svg><script>alert(1)</script></svg>'],
    ['a handler', '<svg onload="alert(1)"></svg>'],
    ['a style', '<svg style="position:fixed"></svg>'],
    ['a link', '<svg><a href="https://example.com"></a></svg>'],
    ['a picture from elsewhere', '<svg><image href="https://example.com/x.png"/></svg>'],
    ['a reference', '<svg fill="url(https://example.com/x)"></svg>'],
    ['a comment', '<svg><!-- --></svg>'],
    ['something after it', `${shape}<p>more</p>`],
    ['an unquoted attribute', '<svg width=1></svg>'],
    ['an element left open', '<svg><g></svg>'],
    ['too much of it', `<svg>${' '.repeat(maxMarkLength)}</svg>`],
  ])('with %s is refused', async (_, svg) => {
    expect(markFault(svg)).toBeTypeOf('string');
    expect(await html(<Mark svg={svg} />)).not.toContain('<svg');
  });
});

describe('an icon', () => {
  it('is silent beside a word and named when alone', async () => {
    expect(await html(<Icon name="play" />)).toContain('aria-hidden="true"');
    const alone = await html(<Icon name="play" label="Play" />);
    expect(alone).toContain('role="img"');
    expect(alone).toContain('aria-label="Play"');
    expect(alone).not.toContain('aria-hidden');
  });

  it('is known by its own name only', () => {
    expect(isIconName('play')).toBe(true);
    expect(isIconName('toString')).toBe(false);
  });
});
