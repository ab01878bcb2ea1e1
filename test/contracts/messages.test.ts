import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { IntlMessageFormat } from 'intl-messageformat';
import { beforeAll, describe, expect, test } from 'vitest';
import { LOCALES, type Locale } from '#lib/locales.ts';
import { findMessageUses, type MessageUses } from '../support/message-uses.ts';
import { ROOT, sourceFiles } from '../support/source-files.ts';

const TRANSLATIONS = LOCALES.filter((locale) => locale !== 'en');

/** Messages that are rightly the same as in English, and why. */
const SAME_AS_ENGLISH: Readonly<Record<string, { readonly in: readonly Locale[]; readonly why: string }>> = {
  'article.sources': { in: ['fr'], why: 'the French word' },
  'contact.source': { in: ['fr'], why: 'the French word' },
  'demo.label': { in: ['ms', 'de'], why: 'the word in Malay and German too' },
  'desk.articles': { in: ['fr'], why: 'the French word' },
  'desk.page': { in: ['fr'], why: 'the French word' },
  'desk.type': { in: ['fr'], why: 'the French word' },
  'device.model': { in: ['ms'], why: 'the Malay word' },
  'device.status': { in: ['ms', 'de'], why: 'the word in Malay and German too' },
  'device.system': { in: ['de'], why: 'the German word' },
  'editor.body': { in: ['de'], why: 'the German word' },
  'editor.source': { in: ['fr', 'de'], why: 'the word in French and German too' },
  'family.tablet': { in: ['de'], why: 'the German word' },
  'firstBrand.website': { in: ['de'], why: 'the usual German word' },
  'history.actions': { in: ['fr'], why: 'the French word' },
  'history.note': { in: ['fr'], why: 'the French word' },
  'history.number': { in: ['fr'], why: 'the French word' },
  'history.pack': { in: ['fr'], why: 'a pack is called so in every language' },
  'history.public': { in: ['fr'], why: 'the French word' },
  'history.system': { in: ['ms', 'fr', 'de'], why: 'a name' },
  'page.menu': { in: ['ms', 'fr'], why: 'the word in Malay and French too' },
  'page.pagination': { in: ['fr'], why: 'the French word' },
  'papers.contacts.date': { in: ['fr'], why: 'the French word' },
  'papers.contacts.person': { in: ['de'], why: 'the German word' },
  'papers.contacts.text': { in: ['de'], why: 'the German word' },
  'papers.file.source': { in: ['fr'], why: 'the French word' },
  'papers.form.signature': { in: ['fr'], why: 'the French word' },
  'pictures.size': { in: ['ms', 'de'], why: 'a number and a unit' },
  'policy.clause': { in: ['fr'], why: 'the French word' },
  'policy.document': { in: ['fr'], why: 'the French word' },
  'policy.version': { in: ['fr'], why: 'the French word' },
  'policy.versionNumber': { in: ['fr'], why: 'the French word' },
  'policy.versions': { in: ['fr'], why: 'the French word' },
  'quality.full-hd': { in: ['fr', 'de'], why: 'the name of a standard' },
  'quality.hd': { in: ['ms', 'fr', 'de'], why: 'the name of a standard' },
  'quality.sd': { in: ['ms', 'fr', 'de'], why: 'the name of a standard' },
  'quality.uhd': { in: ['ms', 'fr', 'de'], why: 'the name of a standard' },
  'search.group.community': { in: ['de'], why: 'the usual German word' },
  'search.suggestions': { in: ['fr'], why: 'the French word' },
  'signIn.email': { in: ['fr'], why: 'the usual French word' },
  'step.optional': { in: ['de'], why: 'the German word' },
  'type.action': { in: ['fr'], why: 'the French word' },
  'type.guide': { in: ['fr'], why: 'the French word' },
  'words.actions': { in: ['fr'], why: 'the French word' },
};

const readMessages = (locale: Locale): Readonly<Record<string, string>> =>
  JSON.parse(readFileSync(join(ROOT, `src/ui/messages/${locale}.json`), 'utf8')) as Record<string, string>;
const MESSAGES = Object.fromEntries(LOCALES.map((locale) => [locale, readMessages(locale)])) as Record<
  Locale,
  Record<string, string>
>;
const KEYS = Object.keys(MESSAGES.en);

type Ast = ReturnType<IntlMessageFormat['getAst']>;
const parse = (message: string, locale: Locale): Ast =>
  new IntlMessageFormat(message, locale, undefined, { ignoreTag: true }).getAst();

/** The element types of the parser: 0 text, 1 plain argument, 2 number, 3 date, 4 time, 5 select, 6 plural, 7 #, 8 tag. */
const TEXT = 0;
const PLURAL = 6;
const POUND = 7;

interface Argument {
  readonly name: string;
  readonly type: number;
  readonly choices: readonly string[];
}

function argumentsOf(ast: Ast): Argument[] {
  return ast.flatMap((element) => {
    if (element.type === TEXT || element.type === POUND) return [];
    const options = 'options' in element ? element.options : {};
    const own = { name: element.value, type: element.type, choices: Object.keys(options) };
    return [own, ...Object.values(options).flatMap((option) => argumentsOf(option.value))];
  });
}

const argumentNames = (message: string, locale: Locale): string[] =>
  [...new Set(argumentsOf(parse(message, locale)).map(({ name }) => name))].sort();

/** Plural forms whole numbers take in a language; `many` is left to those who want to say “one million of”. */
const neededForms = (locale: Locale): string[] =>
  new Intl.PluralRules(locale).resolvedOptions().pluralCategories.filter((form) => form !== 'many');

describe.each(LOCALES)('the messages in %s', (locale) => {
  const messages = MESSAGES[locale];

  test('have exactly the keys of English, in the same order', () => {
    expect(Object.keys(messages)).toEqual(KEYS);
  });

  test('say something, without blanks at their ends', () => {
    expect(Object.entries(messages).filter(([, text]) => text.trim() === '' || text !== text.trim())).toEqual([]);
  });

  test('can be read as ICU messages', () => {
    const broken = Object.entries(messages).flatMap(([key, text]) => {
      try {
        parse(text, locale);
        return [];
      } catch (error) {
        return [`${key}: ${String(error)}`];
      }
    });
    expect(broken).toEqual([]);
  });

  test('take the same arguments as in English', () => {
    const different = Object.entries(messages).filter(
      ([key, text]) => argumentNames(text, locale).join() !== argumentNames(MESSAGES.en[key] ?? '', 'en').join(),
    );
    expect(different).toEqual([]);
  });

  test('have the plural forms the language has, and no others', () => {
    const known = new Intl.PluralRules(locale).resolvedOptions().pluralCategories as string[];
    const wrong = Object.entries(messages).filter(([, text]) =>
      argumentsOf(parse(text, locale))
        .filter(({ type }) => type === PLURAL)
        .some(({ choices }) => {
          const forms = choices.filter((choice) => !choice.startsWith('='));
          return (
            forms.some((form) => !known.includes(form)) || neededForms(locale).some((form) => !forms.includes(form))
          );
        }),
    );
    expect(wrong).toEqual([]);
  });
});

describe('translations', () => {
  test.each(TRANSLATIONS)('into %s are not English, apart from words that are the same', (locale) => {
    const untranslated = KEYS.filter(
      (key) => MESSAGES[locale][key] === MESSAGES.en[key] && !SAME_AS_ENGLISH[key]?.in.includes(locale),
    );
    expect(untranslated.map((key) => `${key}: ${MESSAGES.en[key]}`)).toEqual([]);
  });

  test('that are said to be the same as English are', () => {
    const stale = Object.entries(SAME_AS_ENGLISH).flatMap(([key, same]) =>
      same.in
        .filter((locale) => MESSAGES[locale][key] === undefined || MESSAGES[locale][key] !== MESSAGES.en[key])
        .map((locale) => `${locale} ${key}`),
    );
    expect(stale).toEqual([]);
  });
});

describe('the sources', () => {
  let uses: MessageUses;
  beforeAll(() => {
    uses = findMessageUses(sourceFiles('src', /(?<!\.test|\.generated)\.tsx?$/));
  });

  test('use every message', () => {
    const unused = KEYS.filter(
      (key) => !uses.strings.has(key) && !uses.patterns.some(({ pattern }) => pattern.test(key)),
    );
    expect(unused).toEqual([]);
  });

  test('ask for no message that does not exist', () => {
    const missing = uses.calls.filter(({ key }) => !(key in MESSAGES.en)).map(({ place, key }) => `${place}: ${key}`);
    const empty = uses.patterns
      .filter(({ pattern, isCall }) => isCall && !KEYS.some((key) => pattern.test(key)))
      .map(({ place, pattern }) => `${place}: ${pattern.source}`);
    expect([...missing, ...empty]).toEqual([]);
  });

  test('give every message the values it takes, and no others', () => {
    const wrong = uses.calls.flatMap(({ place, key, values }) => {
      const wanted = argumentNames(MESSAGES.en[key] ?? '', 'en').join(', ');
      const given = values?.toSorted().join(', ');
      return given === undefined || given === wanted ? [] : [`${place}: ${key} takes (${wanted}), is given (${given})`];
    });
    expect(wrong).toEqual([]);
  });
});
