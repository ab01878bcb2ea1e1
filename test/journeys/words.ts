import { readFileSync } from 'node:fs';

export const LOCALES = ['en', 'ms', 'fr', 'de'] as const;
export type Locale = (typeof LOCALES)[number];

/** What the interface says in a language, as its message file has it, so that a journey reads what a reader reads. */
export function wordsOf(locale: Locale): (key: string, values?: Readonly<Record<string, string>>) => string {
  const file = new URL(`../../src/ui/messages/${locale}.json`, import.meta.url);
  const messages = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>;
  return (key, values = {}) => {
    const message = messages[key];
    if (message === undefined) throw new Error(`there is no message ${key}`);
    return message.replaceAll(/\{(\w+)\}/g, (_, name: string) => values[name] ?? `{${name}}`);
  };
}
