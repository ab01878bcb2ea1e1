import type { MessageKey, Reader } from '#ui/reader.ts';

/** What was just done, by the word in the address. */
const DONE: Readonly<Record<string, MessageKey>> = {
  story: 'claim.flash.story',
  kept: 'claim.flash.kept',
};

export const flashOf = ({ t }: Reader, done: string | undefined): string | undefined => {
  const key = done !== undefined && Object.hasOwn(DONE, done) ? DONE[done] : undefined;
  return key && t(key);
};
