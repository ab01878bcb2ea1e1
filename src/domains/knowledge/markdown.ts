import MarkdownIt, { type Token } from 'markdown-it';

/** What a link or picture in an article resolves to here; null when nothing public stands behind it. */
export interface LinkTargets {
  link(target: string): { readonly href: string; readonly external: boolean } | null;
  picture(name: string): string | null;
}

const INTERNAL = /^(?:article|code|device|topic|action|page):[a-z0-9-]+$/;
const PICTURE = /^[a-z0-9]+(?:[-.][a-z0-9]+)*\.(?:svg|png|jpg|webp)$/;
const CALLOUT = /^\[!(note|tip|warning)\]\s*/;
const MAX_NESTING = 12;

const parser = new MarkdownIt({ html: false, linkify: false, typographer: false, maxNesting: MAX_NESTING }).disable([
  'heading',
  'lheading',
  'hr',
  'html_block',
  'reference',
]);
parser.validateLink = (url) => INTERNAL.test(url) || PICTURE.test(url) || /^https:\/\/[^\s]+$/.test(url);

function resolveLinks(tokens: readonly Token[], targets: LinkTargets): void {
  const dropped: boolean[] = [];
  for (const token of tokens) {
    if (token.type === 'link_open') {
      const href = String(token.attrGet('href') ?? '');
      const found = INTERNAL.test(href) ? targets.link(href) : { href, external: true };
      dropped.push(found === null);
      token.attrs =
        found === null
          ? []
          : [['href', found.href], ...(found.external ? ([['rel', 'noopener external']] as [string, string][]) : [])];
      if (found === null) token.tag = 'span';
    } else if (token.type === 'link_close') {
      if (dropped.pop() === true) token.tag = 'span';
    } else if (token.type === 'image') {
      const source = targets.picture(String(token.attrGet('src') ?? ''));
      token.attrs = [
        ['src', source ?? ''],
        ['alt', token.content],
        ['loading', 'lazy'],
        ['decoding', 'async'],
        ['class', 'step-picture'],
      ];
      if (source === null) token.hidden = true;
    }
    if (token.children) resolveLinks(token.children, targets);
  }
}

/** Turns `> [!note]` quotes into callouts; the label is the page's business, by class. */
function markCallouts(tokens: readonly Token[]): void {
  tokens.forEach((token, i) => {
    if (token.type !== 'blockquote_open') return;
    const inline = tokens.slice(i + 1, i + 3).find((t) => t.type === 'inline');
    const first = inline?.children?.[0];
    const kind = first?.type === 'text' ? CALLOUT.exec(first.content)?.[1] : undefined;
    if (!first || kind === undefined) return;
    first.content = first.content.replace(CALLOUT, '');
    if (first.content === '' && inline?.children?.[1]?.type === 'softbreak') inline.children.splice(0, 2);
    token.attrSet('class', `callout callout-${kind}`);
  });
}

/** Markdown to HTML that holds nothing but what Markdown can say: no raw HTML, only known links and https. */
export function renderMarkdown(markdown: string, targets: LinkTargets): string {
  const env = {};
  const tokens = parser.parse(markdown, env);
  resolveLinks(tokens, targets);
  markCallouts(tokens);
  return parser.renderer.render(tokens, parser.options, env);
}

/** The same for one line, without a paragraph around it. */
export function renderInline(markdown: string, targets: LinkTargets): string {
  const env = {};
  const tokens = parser.parseInline(markdown, env);
  resolveLinks(tokens, targets);
  return parser.renderer.render(tokens, parser.options, env);
}

/** Every link target and picture a text names, with its line counted from 1. */
export function referencesIn(
  markdown: string,
): { line: number; kind: 'link' | 'picture'; target: string; alt: string }[] {
  return markdown.split('\n').flatMap((source, index) =>
    [...source.matchAll(/(!?)\[([^\][]{0,1000})\]\(\s{0,4}([^)\s]{1,2000})(?:\s[^)]{0,200})?\)/g)].map((match) => ({
      line: index + 1,
      kind: match[1] === '!' ? ('picture' as const) : ('link' as const),
      target: match[3] ?? '',
      alt: match[2] ?? '',
    })),
  );
}

/** What stands between two tokens once their marks are gone: cells share a line, every other block has its own. */
function separatorAfter(token: Token): string {
  if (token.type === 'softbreak' || token.type === 'hardbreak') return ' ';
  if (token.type === 'th_close' || token.type === 'td_close') return ' · ';
  return token.block && token.nesting === -1 ? '\n' : '';
}

/** The words of a Markdown text without its marks, one line a block, for search, answers and language checks. */
export function plainText(markdown: string): string {
  const words: string[] = [];
  const collect = (tokens: readonly Token[]): void => {
    for (const token of tokens) {
      if (token.type === 'text' || token.type === 'code_inline' || token.type === 'fence') words.push(token.content);
      else words.push(separatorAfter(token));
      if (token.children) collect(token.children);
    }
  };
  collect(parser.parse(markdown, {}));
  return words
    .join('')
    .replaceAll(/\[!(?:note|tip|warning)\]/g, '')
    .replaceAll(/[^\S\n]+/g, ' ')
    .replaceAll(/(?: · )?\s*\n\s*/g, '\n')
    .trim();
}
