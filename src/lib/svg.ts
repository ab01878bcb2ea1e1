/**
 * Checks that a drawing holds nothing but drawing. It is a whitelist over the tags and attributes as written, so what
 * is not understood is refused rather than repaired. Pictures are also served with a policy that forbids scripts.
 */
const ELEMENTS: ReadonlySet<string> = new Set([
  'svg',
  'g',
  'path',
  'circle',
  'ellipse',
  'rect',
  'line',
  'polyline',
  'polygon',
  'title',
  'desc',
  'text',
  'tspan',
  'defs',
  'use',
  'clippath',
  'mask',
  'lineargradient',
  'radialgradient',
  'stop',
  'symbol',
  'marker',
  'pattern',
]);
/** A mark stands inside pages, where an id could meet the page's own. */
const INLINE_ELEMENTS: ReadonlySet<string> = new Set([
  'svg',
  'g',
  'path',
  'circle',
  'ellipse',
  'rect',
  'line',
  'polyline',
  'polygon',
]);
const ATTRIBUTE_NAME =
  /^(?:xmlns|viewbox|[xyrdp]|[xy][12]|d|[cdrf][xy]|id|class|transform|points|offset|href|role|aria-[a-z]+|width|height|preserveaspectratio|gradient[a-z]+|pattern[a-z]+|clip[a-z]+|mask[a-z]*|marker[a-z-]*|ref[xy]|orient|(?:fill|stroke|font|text|stop|clip|dominant|letter|paint|vector|shape|color|opacity)[a-z-]*)$/;
// Every repetition below ends where the next one would begin, so that hostile input costs linear time.
const TAG = /<(\/?)([a-zA-Z][\w:-]*)((?:\s[^<>]*?)?)(\/?)>/g;
const ATTRIBUTE = /([^\s=/]{1,40})\s{0,4}=\s*(?:"([^"]*)"|'([^']*)')/g;
/** As XML has it, without `--` inside. A mark may hold none: HTML ends comments earlier than XML does. */
const COMMENT = /<!--(?:(?!--)[\s\S])*-->/g;
const MAX_SVG = 200_000;
/** Only UTF-8 may be declared: a browser that read the bytes in another encoding would see other tags than we do. */
const PROLOG =
  /^\uFEFF?\s{0,100}(?:<\?xml\s+version="1\.[01]"(?:\s+encoding="utf-8")?(?:\s+standalone="(?:yes|no)")?\s*\?>)?\s{0,100}/i;
const CONTROL_RANGES = ['\\u0000-\\u0008', '\\u000B', '\\u000C', '\\u000E-\\u001F'];
const CONTROLS = new RegExp(`[${CONTROL_RANGES.join('')}]`);

function attributeProblem(name: string, value: string): string | undefined {
  if (!ATTRIBUTE_NAME.test(name.toLowerCase())) return `the attribute ${name} is not allowed`;
  if (name.toLowerCase() === 'href' && !value.startsWith('#')) return 'links out of the drawing are not allowed';
  if (/url\(\s*['"]?(?!#)|javascript:|data:|[&\\]/i.test(value)) return `the value of ${name} is not allowed`;
  return undefined;
}

/**
 * @param source the SVG file
 * @param inline stricter, for marks that are written into pages
 * @returns the first thing that is not allowed, or undefined when the drawing is safe
 */
export function svgProblem(source: string, inline = false): string | undefined {
  if (source.length > MAX_SVG) return `the drawing is larger than ${MAX_SVG / 1000} kB`;
  if (CONTROLS.test(source)) return 'it holds control characters';
  const text = source
    .replace(PROLOG, '')
    .replaceAll(inline ? /(?!)/g : COMMENT, '')
    .trim();
  if (!text.startsWith('<svg') || !text.endsWith('</svg>')) return 'it is not a plain SVG drawing';
  const allowed = inline ? INLINE_ELEMENTS : ELEMENTS;
  for (const [, , element = '', attributes = ''] of text.matchAll(TAG)) {
    if (!allowed.has(element.toLowerCase())) return `the element <${element}> is not allowed`;
    for (const [, name = '', double, single] of attributes.matchAll(ATTRIBUTE)) {
      if (inline && /^(?:id|class|href)$/i.test(name)) return `the attribute ${name} is not allowed in a mark`;
      const problem = attributeProblem(name, double ?? single ?? '');
      if (problem !== undefined) return problem;
    }
    if (attributes.replaceAll(ATTRIBUTE, '').trim() !== '') return `<${element}> has attributes that cannot be read`;
  }
  const rest = text.replaceAll(TAG, '');
  return /[<>]/.test(rest) ? 'it holds something that is not a tag' : undefined;
}
