/** A folder of META.json, docs.jsonl, queries.jsonl, qrels.tsv and, for questions, qa.jsonl; read by the caller. */

export interface DatasetFiles {
  readonly meta?: string;
  readonly docs: string;
  readonly queries: string;
  readonly qrels: string;
  readonly qa?: string;
}

export interface DatasetDocument {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly lang: string;
}

export interface DatasetQuestion {
  readonly id: string;
  readonly question: string;
  readonly doc: string;
  readonly answers: readonly string[];
  readonly impossible: boolean;
}

export interface Dataset {
  readonly locale: string;
  readonly documents: readonly DatasetDocument[];
  readonly queries: readonly { readonly id: string; readonly text: string }[];
  /** Per query, how relevant each document is (1 and up). */
  readonly relevance: ReadonlyMap<string, ReadonlyMap<string, number>>;
  readonly questions: readonly DatasetQuestion[];
}

type Row = Readonly<Record<string, unknown>>;

/** The objects of a JSONL file. Blank lines and a byte order mark are passed over; every other line is an object. */
function rowsOf(name: string, text: string): readonly { readonly row: Row; readonly line: number }[] {
  const rows: { row: Row; line: number }[] = [];
  let line = 0;
  for (let from = 0; from < text.length; ) {
    const end = text.indexOf('\n', from);
    const content = text.slice(from, end < 0 ? text.length : end).replace(/^\uFEFF/, '');
    from = end < 0 ? text.length : end + 1;
    line += 1;
    if (content.trim() === '') continue;
    const row = parse(content);
    if (row === null) throw new SyntaxError(`${name}: line ${line} is not a JSON object`);
    rows.push({ row, line });
  }
  return rows;
}

/** The object a text holds, or null when it holds none. */
function parse(text: string): Row | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Row) : null;
  } catch {
    return null;
  }
}

/** The first of several fields that is a text or a number. */
function textOf(row: Row, ...keys: readonly string[]): string {
  for (const key of keys) {
    const value = row[key];
    if (typeof value === 'string' || typeof value === 'number') return String(value);
  }
  return '';
}

function idOf(name: string, { row, line }: { readonly row: Row; readonly line: number }): string {
  const id = textOf(row, 'id', '_id');
  if (id === '') throw new SyntaxError(`${name}: line ${line} has no id`);
  return id;
}

/** Reads a dataset from the contents of its files. Throws a SyntaxError with file and line on a line it cannot read. */
export function parseDataset(files: DatasetFiles): Dataset {
  const meta = files.meta === undefined ? {} : parse(files.meta.replace(/^\uFEFF/, ''));
  if (meta === null) throw new SyntaxError('META.json is not a JSON object');
  const documents = rowsOf('docs.jsonl', files.docs).map((each) => ({
    id: idOf('docs.jsonl', each),
    title: textOf(each.row, 'title'),
    text: textOf(each.row, 'text', 'body'),
    lang: textOf(each.row, 'lang', 'language'),
  }));
  const queries = rowsOf('queries.jsonl', files.queries).map((each) => ({
    id: idOf('queries.jsonl', each),
    text: textOf(each.row, 'text', 'query', 'question'),
  }));
  const questions = rowsOf('qa.jsonl', files.qa ?? '').map(({ row }) => ({
    id: textOf(row, 'id', '_id'),
    question: textOf(row, 'question', 'text'),
    doc: textOf(row, 'doc'),
    answers: Array.isArray(row.answers) ? row.answers.map(String).filter((text) => text.trim() !== '') : [],
    impossible: row.impossible === true,
  }));
  const locale = textOf(meta, 'lang', 'language', 'locale') || documents[0]?.lang || 'und';
  return { locale, documents, queries, relevance: relevanceOf(files.qrels), questions };
}

/** Lines "query document grade", or "query 0 document grade" as TREC writes them. */
function relevanceOf(qrels: string): ReadonlyMap<string, ReadonlyMap<string, number>> {
  const relevance = new Map<string, Map<string, number>>();
  let line = 0;
  for (const text of qrels.split('\n')) {
    line += 1;
    const columns = text.trim().split(/\s+/);
    if (columns.length === 1 && columns[0] === '') continue;
    const [query, document, grade] = columns.length >= 4 ? [columns[0], columns[2], columns[3]] : columns;
    if (query === undefined || document === undefined || grade === undefined)
      throw new SyntaxError(`qrels.tsv: line ${line} has no query, document and grade`);
    // A heading has no number, and what is not relevant counts nothing.
    if (!(Number(grade) > 0)) continue;
    const graded = relevance.get(query) ?? new Map<string, number>();
    relevance.set(query, graded.set(document, Number(grade)));
  }
  return relevance;
}
