import type { FileProblem } from '#lib/yaml.ts';

/** What a section is for, told by its heading's class; a plain section has none. */
export const SECTION_ROLES = [
  'problem',
  'causes',
  'steps',
  'result',
  'next',
  'escalation',
  'limits',
  'settings',
  'alternatives',
] as const;
export type SectionRole = (typeof SECTION_ROLES)[number];

export interface Step {
  readonly id: string;
  readonly title: string;
  readonly optional: boolean;
  readonly markdown: string;
  /** What the reader should see when the step worked; Markdown of one line. */
  readonly expected: string | undefined;
}

export interface Section {
  readonly id: string;
  readonly heading: string;
  readonly role: SectionRole | undefined;
  readonly markdown: string;
  readonly steps: readonly Step[];
}

export interface Body {
  /** Text before the first heading. */
  readonly lead: string;
  readonly sections: readonly Section[];
}

export const MAX_BODY = 60_000;
const MAX_HEADINGS = 80;
const HEADING = /^(#{1,6})(?:\s+([^\n]*))?$/;
/** Looked for apart from the heading: together they would take cubic time on a line of blanks. */
const ATTRIBUTES = /\{([^{}]*)\}$/;
const ATTRIBUTE = /^(?:#([a-z0-9]+(?:-[a-z0-9]+)*)|\.([a-z]+))$/;
const EXPECTED = /^=>\s+(\S.*)$/s;

interface Heading {
  readonly line: number;
  readonly level: number;
  readonly text: string;
  readonly id: string | undefined;
  readonly classes: readonly string[];
}

function readHeading(source: string, line: number, problems: FileProblem[]): Heading | undefined {
  const match = HEADING.exec(source.trimEnd());
  if (!match) return undefined;
  const rest = match[2] ?? '';
  const braces = ATTRIBUTES.exec(rest);
  const text = rest.slice(0, braces?.index).trim();
  const attributes = (braces?.[1] ?? '')
    .split(/\s+/)
    .filter(Boolean)
    .map((part) => ATTRIBUTE.exec(part));
  if (attributes.includes(null))
    problems.push({ line, message: `heading “${text}” has an attribute that is neither #id nor .role` });
  const ids = attributes.flatMap((a) => a?.[1] ?? []);
  const classes = attributes.flatMap((a) => a?.[2] ?? []);
  if (ids.length !== 1)
    problems.push({ line, message: `heading “${text}” needs exactly one id, such as {#what-to-do}` });
  return { line, level: (match[1] ?? '').length, text, id: ids[0], classes };
}

/** Lines of a block without its surrounding blank ones. */
const block = (lines: readonly string[]): string => lines.join('\n').replace(/^\n+/, '').trimEnd();

interface Cut {
  readonly heading: Heading;
  readonly lines: string[];
}

function cutAtHeadings(text: string, problems: FileProblem[]): { lead: string[]; cuts: Cut[] } {
  const lead: string[] = [];
  const cuts: Cut[] = [];
  let fence: string | undefined;
  text.split('\n').forEach((source, index) => {
    const mark = /^\s{0,3}(```|~~~)/.exec(source)?.[1];
    if (mark !== undefined && (fence === undefined || fence === mark)) fence = fence === mark ? undefined : mark;
    const heading = fence !== undefined ? undefined : readHeading(source, index + 1, problems);
    if (heading) cuts.push({ heading, lines: [] });
    else (cuts.at(-1)?.lines ?? lead).push(source);
  });
  return { lead, cuts };
}

function toStep({ heading, lines }: Cut, problems: FileProblem[]): Step {
  const expected = lines.flatMap((line) => EXPECTED.exec(line)?.[1] ?? []);
  if (expected.length > 1)
    problems.push({ line: heading.line, message: `step “${heading.text}” has more than one expected result (=>)` });
  const unknown = heading.classes.filter((name) => name !== 'step' && name !== 'optional');
  if (unknown.length > 0) problems.push({ line: heading.line, message: `.${unknown[0]} is not a role of a step` });
  return {
    id: heading.id ?? '',
    title: heading.text,
    optional: heading.classes.includes('optional'),
    markdown: block(lines.filter((line) => !EXPECTED.test(line))),
    expected: expected[0],
  };
}

function roleOf(heading: Heading, problems: FileProblem[]): SectionRole | undefined {
  const role = SECTION_ROLES.find((name) => heading.classes.includes(name));
  const stray = heading.classes.find((name) => name !== role);
  if (stray !== undefined)
    problems.push({
      line: heading.line,
      message: `.${stray} is not a role of a section; roles are ${SECTION_ROLES.join(', ')}`,
    });
  return role;
}

/**
 * Reads a body into sections and steps (docs/packs.md, “{locale}.md”).
 * @param text Markdown, at most MAX_BODY characters
 * @returns the body as far as it could be read, and every problem with its line in `text`, counted from 1
 */
export function readBody(text: string): { body: Body; problems: FileProblem[] } {
  const problems: FileProblem[] = [];
  if (text.length > MAX_BODY) problems.push({ line: 1, message: `the text is longer than ${MAX_BODY} characters` });
  const { lead, cuts } = cutAtHeadings(text.slice(0, MAX_BODY), problems);
  if (cuts.length > MAX_HEADINGS) problems.push({ line: 1, message: `more than ${MAX_HEADINGS} headings` });
  const sections: (Section & { steps: Step[] })[] = [];
  const seen = new Set<string>();
  for (const cut of cuts.slice(0, MAX_HEADINGS)) {
    const { heading } = cut;
    if (heading.id !== undefined && seen.has(heading.id))
      problems.push({ line: heading.line, message: `the id #${heading.id} is used twice` });
    seen.add(heading.id ?? '');
    const section = sections.at(-1);
    if (heading.level === 2) {
      sections.push({
        id: heading.id ?? '',
        heading: heading.text,
        role: roleOf(heading, problems),
        markdown: block(cut.lines),
        steps: [],
      });
    } else if (heading.level === 3 && heading.classes.includes('step') && section) {
      section.steps.push(toStep(cut, problems));
    } else {
      problems.push({
        line: heading.line,
        message: 'headings are ## for sections and ### … {#id .step} for steps inside one',
      });
    }
  }
  return { body: { lead: block(lead), sections }, problems };
}

/** The parts all languages of one article must share: section and step ids in order, and pictures. */
export function shapeOf(text: string): { ids: string[]; pictures: string[] } {
  const { body } = readBody(text);
  const ids = body.sections.flatMap((section) => [section.id, ...section.steps.map((step) => step.id)]);
  const pictures = [...text.matchAll(/!\[[^\][]*\]\(([^)\s]+)\)/g)].map((match) => match[1] ?? '');
  return { ids, pictures };
}
