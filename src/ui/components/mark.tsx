import { raw } from 'hono/html';

/** Longest drawing accepted, in characters. */
export const maxMarkLength = 8000;

const allowedElements = /^(?:svg|g|path|circle|ellipse|rect|line|polyline|polygon|title)$/;
const allowedAttributes =
  /^(?:xmlns|viewBox|width|height|fill|stroke|stroke-(?:width|linecap|linejoin|miterlimit|dasharray)|fill-rule|clip-rule|opacity|fill-opacity|stroke-opacity|transform|d|cx|cy|r|rx|ry|x|y|x1|x2|y1|y2|points|aria-hidden|role)$/;
const piece = /<(\/?)([a-zA-Z][\w-]*)((?:\s+[\w:-]+="[^"<>]*")*)\s*(\/?)>|[^<>]+/gy;
const attribute = /([\w:-]+)="([^"]*)"/g;

/**
 * What is wrong with a brand's mark, or undefined when it can be shown: an SVG of plain shapes only. Script, style, links,
 * references (url, href), entities and comments are refused rather than cleaned.
 */
export const markFault = (svg: string): string | undefined => {
  if (svg.length > maxMarkLength) return `longer than ${maxMarkLength} characters`;
  const text = svg.trim();
  if (!text.startsWith('<svg') || !text.endsWith('</svg>')) return 'not a single <svg> element';
  let end = 0;
  const open: string[] = [];
  for (const [whole, closing, element, attributes = '', selfClosing] of text.matchAll(piece)) {
    end += whole.length;
    if (element === undefined) continue;
    if (!allowedElements.test(element)) return `element <${element}> is not allowed`;
    if (closing && open.pop() !== element) return `</${element}> closes nothing`;
    if (!closing && !selfClosing) open.push(element);
    for (const [, name = '', value = ''] of attributes.matchAll(attribute)) {
      if (!allowedAttributes.test(name)) return `attribute ${name} is not allowed`;
      if (/url\(|[&]/i.test(value)) return `attribute ${name} refers to something else`;
    }
  }
  if (end !== text.length) return 'not readable as plain SVG';
  return open.length > 0 ? `<${open.at(-1)}> is not closed` : undefined;
};

/** A brand's drawing, hidden from assistive technology (its name stands beside it); nothing when it is not plain SVG. */
export const Mark = ({ svg }: { readonly svg: string }) =>
  markFault(svg) === undefined ? <span aria-hidden="true">{raw(svg)}</span> : null;
