import { documentSchema } from '#policy/index.ts';
import { parseArguments } from './arguments.ts';
import { printJson } from './paint.ts';

/** Prints the JSON Schema of the format; docs/policy.schema.json is what this prints. */
export async function policySchema(args: readonly string[]): Promise<number> {
  parseArguments(args, {});
  printJson(documentSchema());
  return 0;
}
