import { UsageError } from '../usage-error.ts';

/** What an option takes: nothing, one value, or every word up to the next option. */
export type Options = Readonly<Record<string, 'flag' | 'value' | 'values'>>;

export interface Arguments {
  /** Words that belong to no option. */
  readonly words: readonly string[];
  has(option: string): boolean;
  value(option: string): string | undefined;
  values(option: string): readonly string[];
}

/** Reads a command line; throws a UsageError for an option that does not exist or lacks its value. */
export function parseArguments(args: readonly string[], options: Options): Arguments {
  const words: string[] = [];
  const given = new Map<string, string[]>();
  let open: string[] | null = null;
  for (let i = 0; i < args.length; i++) {
    const word = args[i] ?? '';
    if (!word.startsWith('--')) {
      (open ?? words).push(word);
      continue;
    }
    const [name = '', inline] = word.split(/=(.*)/s, 2);
    const takes = Object.hasOwn(options, name) ? options[name] : undefined;
    if (takes === undefined) throw new UsageError(`There is no option ${name}.`);
    const values = given.get(name) ?? [];
    given.set(name, values);
    if (inline !== undefined) values.push(inline);
    else if (takes === 'value') values.push(required(args[++i], name));
    open = takes === 'values' ? values : null;
  }
  return {
    words,
    has: (option) => given.has(option),
    value: (option) => given.get(option)?.at(-1),
    values: (option) => given.get(option) ?? [],
  };
}

function required(value: string | undefined, option: string): string {
  if (value === undefined || (value.startsWith('--') && value.length > 2))
    throw new UsageError(`${option} needs a value.`);
  return value;
}
