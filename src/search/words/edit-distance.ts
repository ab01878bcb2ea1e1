/**
 * Optimal string alignment distance (insertions, deletions, substitutions and swaps of neighbours), or `most + 1` as
 * soon as it is known to be larger than `most`.
 */
export function editDistance(left: Uint16Array, right: Uint16Array, most: number): number {
  if (Math.abs(left.length - right.length) > most) return most + 1;
  let beforeLast = rows[0] as Uint8Array;
  let last = rows[1] as Uint8Array;
  let row = rows[2] as Uint8Array;
  for (let column = 0; column <= right.length; column += 1) last[column] = column;
  for (let line = 1; line <= left.length; line += 1) {
    row[0] = line;
    let best = line;
    const unit = left[line - 1] as number;
    for (let column = 1; column <= right.length; column += 1) {
      const other = right[column - 1] as number;
      let cost = (last[column - 1] as number) + (unit === other ? 0 : 1);
      cost = Math.min(cost, (last[column] as number) + 1, (row[column - 1] as number) + 1);
      if (line > 1 && column > 1 && unit === right[column - 2] && other === left[line - 2]) {
        cost = Math.min(cost, (beforeLast[column - 2] as number) + 1);
      }
      row[column] = cost;
      if (cost < best) best = cost;
    }
    if (best > most) return most + 1;
    [beforeLast, last, row] = [last, row, beforeLast];
  }
  return last[right.length] as number;
}

const LONGEST_WORD = 64;
const rows = [new Uint8Array(LONGEST_WORD + 1), new Uint8Array(LONGEST_WORD + 1), new Uint8Array(LONGEST_WORD + 1)];
