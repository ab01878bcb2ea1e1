import { measurePolicy } from './decisions.ts';
import { measureInterviews } from './interviews.ts';
import { measureReplay } from './replays.ts';

/** The policy engine beside the same policies by hand and in two other engines; the argument is how many cases are replayed. */
const replayed = Number(process.argv[2] ?? 100_000);

for (const result of measureReplay(replayed)) console.log(JSON.stringify(result));
console.log(JSON.stringify(await measurePolicy('lantern')));
console.log(JSON.stringify(await measurePolicy('norton')));
console.log(JSON.stringify(measureInterviews()));
