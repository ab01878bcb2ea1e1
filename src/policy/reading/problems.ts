/** Where something stands in a document or in facts: keys and places counted from 0. */
export type Path = readonly (string | number)[];

/** One thing wrong, with its place and what was expected there. */
export interface Problem {
  readonly path: Path;
  readonly message: string;
}

/** `rules[2].when.all[1]`, counted from 1 as people do. */
export const pathText = (path: Path): string =>
  path.map((part, i) => (typeof part === 'number' ? `[${part + 1}]` : `${i > 0 ? '.' : ''}${part}`)).join('');

export const problemText = ({ path, message }: Problem): string =>
  path.length === 0 ? message : `${pathText(path)}: ${message}`;

/** After this many nobody reads on. */
export const MAX_PROBLEMS = 50;

/** Documents that cannot be used, with every problem found. */
export class PolicyError extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems.slice(0, MAX_PROBLEMS).map(problemText).join('\n'));
    this.name = 'PolicyError';
    this.problems = problems;
  }
}

/** Problems and the place being read, handed down while something is taken apart. A place is written out only when it is asked for. */
export class Reading {
  readonly problems: Problem[];
  readonly #parts: Path;
  readonly #above: Reading | null;

  constructor(problems: Problem[] = [], parts: Path = [], above: Reading | null = null) {
    this.problems = problems;
    this.#parts = parts;
    this.#above = above;
  }

  get path(): Path {
    return this.#above === null ? this.#parts : [...this.#above.path, ...this.#parts];
  }

  at(...parts: Path): Reading {
    return new Reading(this.problems, parts, this);
  }

  /** Records a problem and answers undefined, so that readers can return it. */
  fail(message: string): undefined {
    if (this.problems.length < MAX_PROBLEMS) this.problems.push({ path: this.path, message });
    return undefined;
  }
}
