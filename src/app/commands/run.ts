import { Fault } from '#lib/faults.ts';
import { ConfigError } from '#platform/config.ts';
import { MigrationError } from '#platform/database/migrate.ts';
import { EmbeddedPostgresError } from '#platform/embedded-postgres/index.ts';
import { PackError } from '../packs/pack.ts';
import { demoAdvance } from './demo.ts';
import { packExport, packLoad } from './pack.ts';
import { searchEval } from './search-eval.ts';
import { setup } from './setup.ts';
import { UsageError } from './usage-error.ts';

interface Command {
  readonly words: readonly string[];
  readonly usage: string;
  readonly what: string;
  run(args: readonly string[]): Promise<number>;
}

const COMMANDS: readonly Command[] = [
  {
    words: ['pack', 'load'],
    usage: 'pack load FOLDER… [--theirs]',
    what: 'load brands into the database; edits made at the desk are kept',
    run: packLoad,
  },
  {
    words: ['pack', 'export'],
    usage: 'pack export BRAND FOLDER',
    what: 'write a brand’s public records as a pack',
    run: packExport,
  },
  {
    words: ['setup'],
    usage: 'setup --name NAME --email ADDRESS [--mail-to ADDRESS]',
    what: 'create the first administrator; the password is read from standard input',
    run: setup,
  },
  {
    words: ['search', 'eval'],
    usage: 'search eval FOLDER… [--json]',
    what: 'measure search on data sets',
    run: searchEval,
  },
  {
    words: ['demo', 'advance'],
    usage: 'demo advance DURATION',
    what: 'move the business clock of a demo, e.g. 31d or 12h',
    run: demoAdvance,
  },
];

const usage = (): string =>
  `recourse COMMAND\n\n${COMMANDS.map((command) => `  ${command.usage.padEnd(52)} ${command.what}`).join('\n')}\n`;

/** Finds the command a line names and runs it. 0: done; 1: refused, with the reason; 2: typed wrongly, with the usage. */
export async function runCommand(argv: readonly string[]): Promise<number> {
  const command = COMMANDS.find(({ words }) => words.every((word, i) => argv[i] === word));
  if (!command) {
    const asked = argv.length === 0 || argv.includes('--help');
    (asked ? process.stdout : process.stderr).write(usage());
    return asked ? 0 : 2;
  }
  try {
    return await command.run(argv.slice(command.words.length));
  } catch (error) {
    if (error instanceof UsageError) {
      process.stderr.write(`${error.message}\nusage: recourse ${command.usage}\n`);
      return 2;
    }
    process.stderr.write(`${explain(error)}\n`);
    return 1;
  }
}

/** Errors people can mend are told in words; everything else with where it happened. */
function explain(error: unknown): string {
  const plain = [PackError, ConfigError, MigrationError, EmbeddedPostgresError, Fault].some(
    (kind) => error instanceof kind,
  );
  if (error instanceof Error) return plain ? error.message : (error.stack ?? error.message);
  return String(error);
}
