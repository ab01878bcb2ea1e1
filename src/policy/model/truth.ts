/** Strong Kleene logic. `undefined` is "unknown", here and wherever a fact is read. */
export type Truth = boolean | undefined;

/** False as soon as one part is false; true only when all are; otherwise unknown. */
export function allOf<T>(parts: readonly T[], holds: (part: T) => Truth): Truth {
  let result: Truth = true;
  for (const part of parts) {
    const truth = holds(part);
    if (truth === false) return false;
    if (truth === undefined) result = undefined;
  }
  return result;
}

/** True as soon as one part is true; false only when all are; otherwise unknown. */
export function anyOf<T>(parts: readonly T[], holds: (part: T) => Truth): Truth {
  let result: Truth = false;
  for (const part of parts) {
    const truth = holds(part);
    if (truth === true) return true;
    if (truth === undefined) result = undefined;
  }
  return result;
}

export const not = (truth: Truth): Truth => (truth === undefined ? undefined : !truth);

export const and = (a: Truth, b: Truth): Truth => {
  if (a === false || b === false) return false;
  return a === undefined || b === undefined ? undefined : true;
};

export const or = (a: Truth, b: Truth): Truth => not(and(not(a), not(b)));

/** The word a person reads. */
export const truthWord = (truth: Truth): 'true' | 'false' | 'unknown' => (truth === undefined ? 'unknown' : `${truth}`);
