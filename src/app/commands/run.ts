import { Fault } from '#lib/faults.ts';
import { ConfigError } from '#platform/config.ts';
import { MigrationError } from '#platform/database/migrate.ts';
import { EmbeddedPostgresError } from '#platform/embedded-postgres/index.ts';
import { PackError } from '../packs/pack.ts';
import { demoAdvance } from './demo.ts';
import { packExport, packLoad } from './pack.ts';
import { DocumentsError } from './policy/documents.ts';
import { searchEval } from './search-eval.ts';
import { setup } from './setup.ts';
import { UsageError } from './usage-error.ts';

interface Command {
  readonly words: readonly string[];
  readonly usage: string;
  readonly what: string;
  run(args: readonly string[]): Promise<number>;
}

/** Those of the policy engine are read when asked for, so that the others start without it. */
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
    words: ['policy', 'check'],
    usage: 'policy check FILE… [--no-statutes] [--json]',
    what: 'find mistakes in policies and run the tests they carry',
    run: async (args) => (await import('./policy/check.ts')).policyCheck(args),
  },
  {
    words: ['policy', 'decide'],
    usage: 'policy decide FILE… --facts FILE [OPTIONS]',
    what: 'decide one case; --facts - reads standard input',
    run: async (args) => (await import('./policy/decide.ts')).policyDecide(args),
  },
  {
    words: ['policy', 'explain'],
    usage: 'policy explain FILE… --facts FILE [OPTIONS]',
    what: 'decide one case and say why, in four languages',
    run: async (args) => (await import('./policy/decide.ts')).policyExplain(args),
  },
  {
    words: ['policy', 'interview'],
    usage: 'policy interview FILE… [--facts FILE] [OPTIONS]',
    what: 'ask what still matters, one question at a time',
    run: async (args) => (await import('./policy/interview.ts')).policyInterview(args),
  },
  {
    words: ['policy', 'lint'],
    usage: 'policy lint FILE… [--statutes] [--strict] [--json]',
    what: 'find what is allowed but probably not meant',
    run: async (args) => (await import('./policy/lint.ts')).policyLint(args),
  },
  {
    words: ['policy', 'replay'],
    usage: 'policy replay CORPUS --before FILE… --after FILE…',
    what: 'decide past requests twice and say who comes out differently',
    run: async (args) => (await import('./policy/replay.ts')).policyReplay(args),
  },
  {
    words: ['policy', 'diff'],
    usage: 'policy diff FILE FILE [--json]',
    what: 'say in words what changed between two versions',
    run: async (args) => (await import('./policy/diff.ts')).policyDiff(args),
  },
  {
    words: ['policy', 'schema'],
    usage: 'policy schema',
    what: 'print the JSON Schema of the format, for editors',
    run: async (args) => (await import('./policy/schema.ts')).policySchema(args),
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
  const plain = [PackError, DocumentsError, ConfigError, MigrationError, EmbeddedPostgresError, Fault].some(
    (kind) => error instanceof kind,
  );
  if (error instanceof Error) return plain ? error.message : (error.stack ?? error.message);
  return String(error);
}
