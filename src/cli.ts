import { runCommand } from '#app/commands/run.ts';

/** Runs one command line, without the program's name. Resolves to the exit code. */
export const runCli = (argv: readonly string[]): Promise<number> => runCommand(argv);
