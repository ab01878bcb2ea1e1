/** How fast something is, over all rounds. */
export interface Rate {
  /** Decisions in a second of processor time, in the median round. */
  readonly perSecond: number;
  readonly medianMicros: number;
  readonly p99Micros: number;
}

/** Something that decides one case after the other. */
export interface Contender<T> {
  readonly name: string;
  readonly cases: readonly T[];
  decide(one: T): unknown;
}

const ROUNDS = 9;

const sorted = (values: readonly number[]): readonly number[] => [...values].sort((a, b) => a - b);
export const quantile = (values: readonly number[], share: number): number =>
  sorted(values)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? Number.NaN;

/** Keeps results from being optimised away. */
let kept: unknown;
export const lastResult = (): unknown => kept;

/** A round lasts at least this long, over as many passes as it takes. */
const ROUND_MS = 60;

/** Processor time is counted, not the clock on the wall: a busy machine must not decide who wins. */
async function throughput<T>({ cases, decide }: Contender<T>): Promise<number> {
  const started = process.cpuUsage();
  let passes = 0;
  let spent = 0;
  while (spent < ROUND_MS) {
    for (const one of cases) {
      const result = decide(one);
      kept = result instanceof Promise ? await result : result;
    }
    passes++;
    const { user, system } = process.cpuUsage(started);
    spent = (user + system) / 1_000;
  }
  return (passes * cases.length * 1_000) / spent;
}

/** Microseconds of each decision on its own; reading the clock is part of it. */
async function singly<T>({ cases, decide }: Contender<T>): Promise<readonly number[]> {
  const micros: number[] = [];
  for (const one of cases) {
    const started = process.hrtime.bigint();
    const result = decide(one);
    kept = result instanceof Promise ? await result : result;
    micros.push(Number(process.hrtime.bigint() - started) / 1_000);
  }
  return micros;
}

/** Measures contenders in turns, so that whatever else the machine does meets all of them. */
export async function sideBySide<T>(contenders: readonly Contender<T>[]): Promise<Readonly<Record<string, Rate>>> {
  const rounds = new Map(contenders.map(({ name }) => [name, [] as number[]]));
  for (const contender of contenders) await throughput(contender);
  for (let i = 0; i < ROUNDS; i++) {
    for (const contender of contenders) rounds.get(contender.name)?.push(await throughput(contender));
  }
  const rates: Record<string, Rate> = {};
  for (const contender of contenders) {
    const micros = await singly(contender);
    rates[contender.name] = {
      perSecond: Math.round(quantile(rounds.get(contender.name) ?? [], 0.5)),
      medianMicros: Number(quantile(micros, 0.5).toFixed(2)),
      p99Micros: Number(quantile(micros, 0.99).toFixed(2)),
    };
  }
  return rates;
}
