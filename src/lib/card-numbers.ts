/** Thirteen to nineteen digits, as cards have (ISO/IEC 7812), with single spaces, dots or hyphens between them. */
const CANDIDATE = /(?<!\d)\d(?:[ .\u00a0\u202f-]?\d){12,18}(?!\d)/g;
const SHOWN_DIGITS = 4;

/** Luhn's check (ISO/IEC 7812-1, annex B) over a text of digits. */
export function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let i = 0; i < digits.length; i++) {
    const digit = Number(digits[digits.length - 1 - i]);
    const doubled = i % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

/** Long enough a run of one digit passes the check and is no card. */
const isOneDigit = (digits: string): boolean => new Set(digits).size === 1;

/**
 * Replaces every card number in a text by dots and its last four digits, so that none is ever stored.
 * @param text anything somebody typed
 * @returns the same text; separators stay where they were
 */
export const maskCardNumbers = (text: string): string =>
  text.replaceAll(CANDIDATE, (found) => {
    const digits = found.replaceAll(/\D/g, '');
    if (!passesLuhn(digits) || isOneDigit(digits)) return found;
    let left = digits.length - SHOWN_DIGITS;
    return found.replaceAll(/\d/g, (digit) => (left-- > 0 ? '•' : digit));
  });
