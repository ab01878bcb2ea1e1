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

function rowsOf(name: string, text: string): readonly Row[] {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return lines.map((line, index) => {
    const row: unknown = parse(line);
    if (typeof row !== 'object' || row === null)
      throw new SyntaxError(`${name}: line ${index + 1} is not a JSON object`);
    return row as Row;
  });
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

const textOf = (row: Row, key: string): string => {
  const value = row[key];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
};

/** Reads a dataset from the contents of its files. Throws a SyntaxError with file and line on a line that is not JSON. */
export function parseDataset(files: DatasetFiles): Dataset {
  const meta = files.meta === undefined ? {} : (parse(files.meta) as Row | null);
  const documents = rowsOf('docs.jsonl', files.docs).map((row) => ({
    id: textOf(row, 'id'),
    title: textOf(row, 'title'),
    text: textOf(row, 'text'),
    lang: textOf(row, 'lang'),
  }));
  const queries = rowsOf('queries.jsonl', files.queries).map((row) => ({
    id: textOf(row, 'id'),
    text: textOf(row, 'text'),
  }));
  const questions = rowsOf('qa.jsonl', files.qa ?? '').map((row) => ({
    id: textOf(row, 'id'),
    question: textOf(row, 'question') || textOf(row, 'text'),
    doc: textOf(row, 'doc'),
    answers: Array.isArray(row.answers) ? row.answers.map(String) : [],
    impossible: row.impossible === true,
  }));
  const locale = textOf(meta ?? {}, 'lang') || documents[0]?.lang || 'und';
  return { locale, documents, queries, relevance: relevanceOf(files.qrels), questions };
}

/** Lines "query document grade", or "query 0 document grade" as TREC writes them. */
function relevanceOf(qrels: string): ReadonlyMap<string, ReadonlyMap<string, number>> {
  const relevance = new Map<string, Map<string, number>>();
  for (const line of qrels.split('\n')) {
    const columns = line.trim().split(/\s+/);
    const [query, document, grade] = columns.length >= 4 ? [columns[0], columns[2], columns[3]] : columns;
    if (query === undefined || document === undefined || !(Number(grade) > 0)) continue;
    const graded = relevance.get(query) ?? new Map<string, number>();
    relevance.set(query, graded.set(document, Number(grade)));
  }
  return relevance;
}
