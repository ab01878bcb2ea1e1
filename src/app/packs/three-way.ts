/** Content hashes by path: in the pack now, in the database now, and when the pack was last loaded. */
export interface ThreeWays {
  readonly next: ReadonlyMap<string, string>;
  readonly current: ReadonlyMap<string, string>;
  readonly last: ReadonlyMap<string, string>;
}

export interface Comparison {
  readonly take: ReadonlySet<string>;
  readonly remove: ReadonlySet<string>;
  readonly conflicts: ReadonlySet<string>;
}

/**
 * Decides path by path who changed what since the last load: one side only, and that side wins; both, and it is a
 * conflict in which the desk's version stays, unless the pack's was asked for.
 */
export function compareThreeWays({ next, current, last }: ThreeWays, theirs: boolean): Comparison {
  const take = new Set<string>();
  const remove = new Set<string>();
  const conflicts = new Set<string>();
  for (const path of new Set([...next.keys(), ...last.keys()])) {
    const [pack, desk, base] = [next.get(path), current.get(path), last.get(path)];
    if (pack === desk || pack === base) continue;
    const change = pack === undefined ? remove : take;
    if (desk === base || theirs) change.add(path);
    else conflicts.add(path);
  }
  return { take, remove, conflicts };
}
