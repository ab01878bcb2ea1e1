import {
  brokenReferences,
  type KnownTargets,
  linesBeforeBody,
  PAGES,
  readBody,
  shapeOf,
  targetOf,
  targetsIn,
  unknownQuotes,
} from '#domains/knowledge/index.ts';
import { readPolicyFiles } from '#domains/policies/index.ts';
import type { Localized } from '#lib/locales.ts';
import { type PolicyDocument, type Quotes, quotesOf } from '#policy/index.ts';
import type { Pack, PackEntry, PackProblem } from './pack.ts';

/** Everything a link or reference in this pack may point at. */
function knownTargets(pack: Pack): KnownTargets {
  return {
    links: new Set([
      ...pack.entries.map(targetOf),
      ...pack.topics.map((topic) => `topic:${topic.id}`),
      ...pack.actions.map((action) => `action:${action.id}`),
      ...PAGES.map((page) => `page:${page}`),
    ]),
    pictures: new Set(pack.pictures.keys()),
  };
}

/** The newest version of each of the pack's policies: what its texts can quote in the end. */
function newestPolicies(pack: Pack): PolicyDocument[] {
  const documents = readPolicyFiles(pack.policies).texts.flatMap(({ document }) =>
    document.kind === 'policy' && document.status === 'published' ? [document] : [],
  );
  return documents.filter(({ id, version }) => documents.every((each) => each.id !== id || each.version <= version));
}

/** Checks what one file alone cannot tell: references, languages that are missing, texts that differ in shape. */
export function checkPack(pack: Pack, source: (file: string) => string): PackProblem[] {
  const known = knownTargets(pack);
  const quotes = quotesOf(newestPolicies(pack), pack.brand.defaultLocale);
  return [
    ...checkLanguages(pack),
    ...checkBrandLinks(pack, known),
    ...pack.actions
      .filter((a) => !known.links.has(`article:${a.article}`))
      .map((a) => ({ file: 'actions.yaml', line: 1, message: `action ${a.id}: there is no article ${a.article}` })),
    ...pack.entries.flatMap((entry) => [
      ...checkMeta(pack, entry, known),
      ...checkTexts(pack, entry, known, source, quotes),
    ]),
  ];
}

function checkBrandLinks(pack: Pack, known: KnownTargets): PackProblem[] {
  const { doors, legal } = pack.brand;
  const targets = [
    ...doors.flatMap((door) => door.links.map((link) => link.to)),
    ...[legal.privacy, legal.terms].flatMap((slug) => (slug === undefined ? [] : [`article:${slug}`])),
  ];
  return targets
    .filter((target) => !known.links.has(target))
    .map((target) => ({ file: 'brand.yaml', line: 1, message: `${target} leads to nothing` }));
}

/** A text that is not written in every language of the brand. */
function checkLanguages(pack: Pack): PackProblem[] {
  const { brand, topics, authors, actions, channels } = pack;
  const missing = (file: string, what: string, text: Localized | undefined): PackProblem[] =>
    brand.locales
      .filter((locale) => text !== undefined && text[locale] === undefined)
      .map((locale) => ({ file, line: 1, message: `${what} is missing in ${locale}` }));
  return [
    ...missing('brand.yaml', 'helpName', brand.helpName),
    ...missing('brand.yaml', 'about', brand.about),
    ...missing('brand.yaml', 'question', brand.question),
    ...missing('brand.yaml', 'disclaimer', brand.disclaimer),
    ...missing('brand.yaml', 'legal.imprint', brand.legal.imprint),
    ...brand.doors.flatMap((door) => [
      ...missing('brand.yaml', `door ${door.id}: title`, door.title),
      ...missing('brand.yaml', `door ${door.id}: text`, door.text),
      ...door.links.flatMap((link) => missing('brand.yaml', `door ${door.id}: ${link.to}`, link.label)),
    ]),
    ...topics.flatMap((t) => [
      ...missing('topics.yaml', `${t.id}: name`, t.name),
      ...missing('topics.yaml', `${t.id}: summary`, t.summary),
    ]),
    ...authors.flatMap((a) => [
      ...missing('people.yaml', `${a.id}: role`, a.role),
      ...missing('people.yaml', `${a.id}: bio`, a.bio),
    ]),
    ...actions.flatMap((a) => [
      ...missing('actions.yaml', `${a.id}: label`, a.label),
      ...missing('actions.yaml', `${a.id}: hint`, a.hint),
    ]),
    ...channels.flatMap((c) =>
      [
        ['name', c.name],
        ['bestFor', c.bestFor],
        ['shortcut', c.shortcut],
        ['note', c.note],
      ].flatMap(([key, text]) => missing('channels.yaml', `${c.id}: ${key}`, text as Localized | undefined)),
    ),
  ];
}

function checkMeta(pack: Pack, entry: PackEntry, known: KnownTargets): PackProblem[] {
  const { meta } = entry;
  const file = `${entry.shelf}/${entry.slug}/meta.yaml`;
  const problems = targetsIn(meta)
    .filter((target) => !known.links.has(target))
    .map((target) => ({ file, line: 1, message: `${target} does not exist` }));
  if (meta.author !== undefined && !pack.authors.some((author) => author.id === meta.author)) {
    problems.push({ file, line: 1, message: `there is no author ${meta.author} in people.yaml` });
  }
  if (pack.brand.kind === 'listed' && meta.sources.length === 0) {
    problems.push({ file, line: 1, message: 'facts about a listed brand need sources' });
  }
  return problems;
}

function checkTexts(
  pack: Pack,
  entry: PackEntry,
  known: KnownTargets,
  source: (file: string) => string,
  quotes: Quotes,
): PackProblem[] {
  const fallback = pack.brand.defaultLocale;
  const main = entry.texts.get(fallback);
  const folder = `${entry.shelf}/${entry.slug}`;
  if (!main)
    return [
      { file: `${folder}/${fallback}.md`, line: 1, message: `is missing; ${fallback} is the brand’s default language` },
    ];
  const shape = JSON.stringify(shapeOf(main.body));
  return [...entry.texts].flatMap(([locale, text]) => {
    const file = `${folder}/${locale}.md`;
    const before = linesBeforeBody(source(file));
    const found = [...readBody(text.body).problems, ...brokenReferences(text.body, known)].map((p) => ({
      file,
      line: p.line + before,
      message: p.message,
    }));
    const quoted = [
      ...unknownQuotes(text.title, quotes),
      ...unknownQuotes(text.summary, quotes),
      ...unknownQuotes(text.body, quotes).map((p) => ({ ...p, line: p.line + before })),
    ];
    found.push(...quoted.map((p) => ({ file, ...p })));
    if (!pack.brand.locales.includes(locale))
      found.push({ file, line: 1, message: `${locale} is not a language of this brand` });
    if (JSON.stringify(shapeOf(text.body)) !== shape) {
      found.push({ file, line: 1, message: `does not have the same sections, steps and pictures as ${fallback}.md` });
    }
    return found;
  });
}
