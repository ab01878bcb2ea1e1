import { exportCustomer } from '#domains/people/index.ts';
import type { Context } from '#platform/context.ts';

/** Gives what one domain knows about a customer, without anything that opens an account. */
type Exporter = (ctx: Pick<Context, 'db'>, customerId: string) => Promise<object>;

/** Every domain that keeps something about customers has its line here. */
const EXPORTERS: Readonly<Record<string, Exporter>> = { people: exportCustomer };

/** Everything this installation knows about a customer, under the name of the domain that knows it. */
export async function exportAll(ctx: Pick<Context, 'db'>, customerId: string): Promise<object> {
  const parts = await Promise.all(
    Object.entries(EXPORTERS).map(async ([domain, exporter]) => [domain, await exporter(ctx, customerId)] as const),
  );
  return Object.fromEntries(parts);
}
