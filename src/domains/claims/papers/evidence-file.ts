import type { Locale } from '#lib/locales.ts';
import type { Block, Paper, Row } from '#platform/pdf/index.ts';
import { answerText, capitalised, labelsFor, sentencesFor } from '#policy/index.ts';
import { readerFor } from '#ui/reader.ts';
import type { ClaimFile } from '../claim.ts';
import type { Letter } from '../letter/letter.ts';
import { letterSheet } from '../letter/letter-paper.ts';
import { quotesOf } from '../letter/letter-reading.ts';
import { contactBlocks } from './contacts-export.ts';
import { neededEvidence } from './evidence.ts';
import { dayRows } from './pack.ts';
import { paperOf } from './paper-of.ts';
import { dayText, inLanguage, isoDayText } from './reading.ts';

type Sent = Pick<Letter, 'locale' | 'subject' | 'text'>;

/** The whole claim on one paper, for an appeal or a bank: decision and why, facts, sources, papers, letter, contacts. */
export function evidenceFile(file: ClaimFile, locale: Locale, letter: Sent): Paper {
  const { t } = readerFor(locale);
  const title = t('papers.file.title', { name: file.brand.name });
  const today = dayText(file.now.toZonedDateTimeISO(file.zone).toPlainDate(), locale);
  return paperOf(file, locale, title, [
    {
      locale,
      blocks: [
        { kind: 'heading', level: 1, text: title },
        { kind: 'text', text: t('papers.file.lead', { date: today }) },
        ...decisionBlocks(file, locale),
        { kind: 'heading', level: 2, text: t('papers.file.facts') },
        { kind: 'facts', rows: factRows(file, locale) },
        ...evidenceBlocks(file, locale),
        { kind: 'heading', level: 2, text: t('papers.pack.days') },
        { kind: 'facts', rows: dayRows(file, locale) },
        { kind: 'heading', level: 2, text: t('papers.file.sources') },
        { kind: 'facts', rows: sourceRows(file, locale) },
        { kind: 'text', look: 'small', text: t('papers.file.disclaimer') },
      ],
    },
    letterSheet(letter),
    {
      locale,
      blocks: [{ kind: 'heading', level: 2, text: t('papers.contacts.title') }, ...contactBlocks(file, locale)],
    },
  ]);
}

/** The decision in the same sentences the screen shows. */
function decisionBlocks(file: ClaimFile, locale: Locale): readonly Block[] {
  const { t } = readerFor(locale);
  const sheet = sentencesFor(file, locale, file.zone, file.policies);
  const part = (title: string, items: readonly (string | null)[]): readonly Block[] => {
    const said = [...new Set(items.filter((item) => item !== null && item !== ''))] as readonly string[];
    return said.length === 0
      ? []
      : [
          { kind: 'heading', level: 3, text: title },
          { kind: 'list', items: said },
        ];
  };
  const { results } = sheet;
  const hasMoney = file.charge.amount !== null;
  return [
    { kind: 'heading', level: 2, text: t('papers.file.decision') },
    // While the amount is unknown it is reckoned in shares, and a headline with a share in it would only puzzle.
    ...(hasMoney || file.decision.amounts.length === 0
      ? [{ kind: 'text', look: 'strong', text: sheet.headline } as const]
      : []),
    ...part(t('papers.file.because'), [...quotesOf(file, locale), ...results.map(({ basis }) => basis)]),
    ...part(
      t('papers.file.becauseNot'),
      results.flatMap(({ becauseNot }) => becauseNot),
    ),
    ...part(
      t('papers.file.next'),
      results.flatMap(({ nextSteps }) => nextSteps),
    ),
    ...part(
      t('papers.file.change'),
      results.flatMap(({ wouldChange, lastDay }) => [...wouldChange, lastDay]),
    ),
    ...part(t('papers.file.effects'), sheet.effects),
    ...part(t('papers.file.appeal'), sheet.appeal),
  ];
}

/** Which papers there are, and which are still missing. How to get them is no business of whoever reads the file. */
function evidenceBlocks(file: ClaimFile, locale: Locale): readonly Block[] {
  const labels = labelsFor(locale, file.policies);
  const items = neededEvidence(file).map(({ type, done }) => ({
    text: capitalised(labels.word('evidence', type), locale),
    notes: [],
    done,
  }));
  const title = readerFor(locale).t('papers.file.evidence');
  return items.length === 0
    ? []
    : [
        { kind: 'heading', level: 2, text: title },
        { kind: 'checks', items },
      ];
}

/** What was answered, by name; what nobody knew is said to be unknown. */
function factRows({ claim, zone, policies }: ClaimFile, locale: Locale): readonly Row[] {
  const { t } = readerFor(locale);
  const labels = labelsFor(locale, policies);
  return claim.answers.map(({ path, value }) => ({
    label: capitalised(labels.fact(path), locale),
    value:
      value === undefined
        ? t('papers.file.unknown')
        : capitalised(answerText(path, value, locale, zone, policies), locale),
  }));
}

/** The documents whose rules were read, with version, address, date, and whether anybody read them at the source. */
function sourceRows({ decision, policies, explanations }: ClaimFile, locale: Locale): readonly Row[] {
  const { t } = readerFor(locale);
  const read = explanations.flatMap(({ rules }) => rules.map(({ rule }) => rule.slice(0, rule.lastIndexOf('/'))));
  return decision.documents
    .filter(({ id }) => read.includes(id))
    .flatMap(({ id, version }) => {
      const document = policies.documents
        .map(({ source }) => source)
        .find((each) => each.id === id && each.version === version);
      if (!document) return [];
      const origins = document.provenance.map(({ url, retrievedAt, verified }) =>
        [
          url,
          retrievedAt && t('papers.file.read', { date: isoDayText(retrievedAt, locale) }),
          t(verified ? 'papers.file.verified' : 'papers.file.unverified'),
        ]
          .filter((piece) => piece)
          .join(', '),
      );
      const label = labelsFor(locale, policies).word('layer', document.layer);
      const name = t('papers.file.source', { title: inLanguage(document.title, locale), version });
      return [{ label: capitalised(label, locale), value: [name, ...new Set(origins)].join('\n') }];
    });
}
