import type { FieldProblem } from '#lib/faults.ts';
import { cleanLine, cleanText } from '#lib/text.ts';
import type { Quotes } from '#policy/index.ts';
import type { Translate } from '#ui/reader.ts';
import type { ArticleText } from '../article.ts';
import { MAX_BODY, readBody } from '../body.ts';
import { unknownQuotes } from '../living-text.ts';
import { brokenReferences, type KnownTargets } from '../references.ts';
import { textSchema } from '../text-file.ts';

/** What an editor typed, kept as it was typed. */
export interface EditorValues extends ArticleText {
  readonly note: string;
  readonly basedOn: number | null;
  readonly sourceRevisionId: number | null;
}

const number = (value: unknown): number | null =>
  typeof value === 'string' && /^\d{1,15}$/.test(value) ? Number(value) : null;

/** Reads the editor's form; nothing is refused here, so that nothing typed is lost. */
export function readEditorForm(form: FormData): EditorValues {
  const text = (name: string): string => String(form.get(name) ?? '');
  return {
    title: cleanLine(text('title')),
    summary: cleanLine(text('summary')),
    aliases: text('aliases')
      .split(/[\n,]/)
      .map(cleanLine)
      .filter((alias) => alias !== ''),
    body: cleanText(text('body')).slice(0, MAX_BODY + 1),
    note: cleanLine(text('note')).slice(0, 300),
    basedOn: number(form.get('basedOn')),
    sourceRevisionId:
      form.get('upToDate') === 'yes' ? number(form.get('sourceRevision')) : number(form.get('keptSource')),
  };
}

/** What keeps a text from being saved or published, in the editor's language, at the field it is about. */
export function editorProblems(
  values: EditorValues,
  known: KnownTargets,
  quotes: Quotes,
  t: Translate,
): FieldProblem[] {
  const problems: FieldProblem[] = [];
  const front = textSchema.safeParse({ title: values.title, summary: values.summary, aliases: values.aliases });
  const wrong = new Set(front.success ? [] : front.error.issues.map((issue) => String(issue.path[0])));
  if (wrong.has('title')) problems.push({ path: 'title', message: t('editor.titleWrong') });
  if (wrong.has('summary')) problems.push({ path: 'summary', message: t('editor.summaryWrong') });
  if (wrong.has('aliases')) problems.push({ path: 'aliases', message: t('editor.aliasesWrong') });
  for (const path of ['title', 'summary'] as const)
    for (const { message } of unknownQuotes(values[path], quotes)) problems.push({ path, message });
  const inBody = [
    ...readBody(values.body).problems,
    ...brokenReferences(values.body, known),
    ...unknownQuotes(values.body, quotes),
  ];
  for (const problem of inBody.slice(0, 10))
    problems.push({ path: 'body', message: t('editor.line', { line: problem.line, problem: problem.message }) });
  return problems;
}
