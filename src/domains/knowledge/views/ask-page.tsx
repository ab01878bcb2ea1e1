import { inReader, type Site, SitePage } from '#domains/brands/index.ts';
import { LOCALE_NAMES } from '#lib/locales.ts';
import { Breadcrumbs } from '#ui/components/breadcrumbs.tsx';
import { LinkButton } from '#ui/components/button.tsx';
import { EmptyState } from '#ui/components/empty-state.tsx';
import { PageHead } from '#ui/components/heading.tsx';
import { Highlight } from '#ui/components/highlight.tsx';
import { Cluster, Page, Section } from '#ui/components/page.tsx';
import type { HelpAnswer, QuotedPassage } from '../ask-help.ts';
import type { Listed } from '../help-centre.ts';
import { AskBox } from './ask-box.tsx';
import { NextStep } from './next-step.tsx';
import { type Written, WrittenAnswerBox } from './written-answer.tsx';

interface AskPageProps {
  readonly site: Site;
  readonly question: string;
  readonly about: Listed | null;
  /** Null before anything was asked. */
  readonly answer: HelpAnswer | null;
  /** Where answers are written besides. */
  readonly written?: Written | undefined;
}

const Quoted = ({ site, quote }: { readonly site: Site; readonly quote: QuotedPassage }) => {
  const { t, locale } = site.reader;
  return (
    <figure class="quoted">
      <blockquote cite={quote.url} lang={quote.locale === locale ? undefined : quote.locale}>
        <p>
          <Highlight text={quote.passage} ranges={[quote.range]} />
        </p>
      </blockquote>
      <figcaption>
        {t('ask.from')}{' '}
        <a href={quote.url}>{quote.heading === '' ? quote.title : `${quote.title} › ${quote.heading}`}</a>
        {quote.locale === locale ? null : ` (${t('search.inLanguage', { language: LOCALE_NAMES[quote.locale] })})`}
      </figcaption>
    </figure>
  );
};

const Refusal = ({
  site,
  question,
  nearest,
}: {
  readonly site: Site;
  readonly question: string;
  readonly nearest: readonly QuotedPassage[];
}) => {
  const { t } = site.reader;
  return (
    <>
      <EmptyState icon="question" title={t('ask.noneTitle')} text={t('ask.noneText')}>
        <Cluster>
          <LinkButton href={`${site.urls.contact}?${new URLSearchParams({ q: question }).toString()}`} icon="chat">
            {t('next.contact')}
          </LinkButton>
          <LinkButton href={site.urls.search(question)} variant="plain" icon="search">
            {t('ask.search')}
          </LinkButton>
        </Cluster>
      </EmptyState>
      {nearest.length === 0 ? null : (
        <Section title={t('ask.nearest')}>
          {nearest.map((quote) => (
            <Quoted site={site} quote={quote} />
          ))}
        </Section>
      )}
    </>
  );
};

/** The answer to a question, quoted from the help pages, or an honest “not here” with the way on. */
export const AskPage = ({ site, question, about, answer, written }: AskPageProps) => {
  const { t } = site.reader;
  const key = about ? `${about.article.shelf}/${about.article.slug}` : undefined;
  return (
    <SitePage site={site} title={t('ask.title')} noindex>
      <Page>
        <Breadcrumbs
          label={t('page.breadcrumbs')}
          items={[{ href: site.urls.home, label: inReader(site, site.brand.helpName) }]}
          current={t('ask.title')}
        />
        <PageHead title={question === '' ? t('ask.title') : question} lead={t('ask.lead')} />
        {answer?.kind === 'answer' ? (
          <div class="stack stack-wide read" role="status">
            {written ? <WrittenAnswerBox site={site} written={written} /> : null}
            <Quoted site={site} quote={answer.main} />
            {answer.alternatives.length === 0 ? null : (
              <Section title={t('ask.also')}>
                {answer.alternatives.map((quote) => (
                  <Quoted site={site} quote={quote} />
                ))}
              </Section>
            )}
          </div>
        ) : null}
        {answer?.kind === 'refusal' ? <Refusal site={site} question={question} nearest={answer.nearest} /> : null}
        <Section title={question === '' ? t('ask.label') : t('ask.again')}>
          <AskBox site={site} about={key} previous={question} />
        </Section>
        <NextStep site={site} q={question} />
      </Page>
    </SitePage>
  );
};
