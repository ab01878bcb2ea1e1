import type { Block, Sheet } from '#platform/pdf/index.ts';
import type { Letter } from './letter.ts';

/** A letter as a sheet of its own: each part between empty lines is a paragraph; the subject stands out. */
export function letterSheet({ locale, subject, text }: Pick<Letter, 'locale' | 'subject' | 'text'>): Sheet {
  const blocks = text.split(/\n{2,}/).map((part): Block => {
    if (part.trim() === subject) return { kind: 'heading', level: 2, text: subject };
    return { kind: 'text', text: part.trim() };
  });
  return { locale, blocks };
}
