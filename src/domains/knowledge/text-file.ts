import { z } from 'zod';
import { cleanText } from '#lib/text.ts';
import { type Parsed, readYaml, writeYaml } from '#lib/yaml.ts';
import type { ArticleText } from './article.ts';

/** The limits an editor's form and a pack file share. */
export const textSchema = z.strictObject({
  title: z.string().trim().min(3).max(140),
  summary: z.string().trim().min(10).max(600),
  aliases: z.array(z.string().trim().min(2).max(80)).max(12).default([]),
});

const FENCE = /^---\n([\s\S]*?)\n---\n?/;
/** Front matter starts on the line after the first fence. */
const FIRST_LINE = 2;

const withoutMarks = (raw: string): string => raw.replaceAll(/\r\n?/g, '\n').replace(/^\uFEFF/, '');

/** How many lines of a text file stand before its body, so that problems in the body can name the file's line. */
export function linesBeforeBody(raw: string): number {
  const file = withoutMarks(raw);
  const front = FENCE.exec(file)?.[0] ?? '';
  const blank = /^\s*/.exec(file.slice(front.length))?.[0] ?? '';
  return ((front + blank).match(/\n/g) ?? []).length;
}

/** Reads one `{locale}.md`. Problems carry the file's own line numbers. */
export function readTextFile(raw: string): Parsed<ArticleText> {
  const file = withoutMarks(raw);
  const match = FENCE.exec(file);
  if (!match) return { problems: [{ line: 1, message: 'starts with front matter between two lines of ---' }] };
  const front = readYaml(match[1] ?? '', textSchema, FIRST_LINE);
  if ('problems' in front) return front;
  return { value: { ...front.value, body: cleanText(file.slice(match[0].length)) } };
}

/** Writes one `{locale}.md`; reading it back gives the same text. */
export const writeTextFile = ({ title, summary, aliases, body }: ArticleText): string =>
  `---\n${writeYaml({ title, summary, aliases })}---\n${body}\n`;
