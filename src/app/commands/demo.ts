import { dueWork } from '../due-work.ts';
import { addBusinessOffset, findInstallation } from '../queries.ts';
import { withDatabase } from './session.ts';
import { UsageError } from './usage-error.ts';

const UNITS: Readonly<Record<string, number>> = { m: 60_000, h: 3_600_000, d: 86_400_000 };
const MAX_DAYS = 3660;

/** Moves a demo's business clock forward and does what thereby became due. Refused for anything but a demo. */
export async function demoAdvance(args: readonly string[]): Promise<number> {
  const match = /^(\d{1,6})([mhd])$/.exec(args[0] ?? '');
  const step = match ? Number(match[1]) * (UNITS[match[2] ?? ''] ?? 0) : 0;
  if (step <= 0 || step > MAX_DAYS * 86_400_000) throw new UsageError('Name a duration such as 31d, 12h or 30m.');
  return withDatabase(async (ctx) => {
    if ((await findInstallation(ctx))?.mode !== 'demo') throw new UsageError('Only the clock of a demo can be moved.');
    const offset = await addBusinessOffset(ctx, step);
    const now = ctx.now.add({ milliseconds: offset });
    await dueWork({ ...ctx, now });
    process.stdout.write(
      `It is now ${now.toString({ smallestUnit: 'minute' })} in this demo. A running node follows within seconds.\n`,
    );
    return 0;
  });
}
