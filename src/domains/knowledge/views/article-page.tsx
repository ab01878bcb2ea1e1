import { inReader, type Site, SitePage } from '#domains/brands/index.ts';
import { LOCALE_NAMES } from '#lib/locales.ts';
import { AuthorCard } from '#ui/components/author-card.tsx';
import { Breadcrumbs } from '#ui/components/breadcrumbs.tsx';
import { LinkButton } from '#ui/components/button.tsx';
import { InShort } from '#ui/components/callout.tsx';
import { Chips } from '#ui/components/chip.tsx';
import { PageHead } from '#ui/components/heading.tsx';
import { MetaLine } from '#ui/components/meta-line.tsx';
import { FallbackLanguageNotice, Notice, StaleNotice } from '#ui/components/notice.tsx';
import { Page, WithAside } from '#ui/components/page.tsx';
import { Contents, RelatedList } from '#ui/components/related-list.tsx';
import { ShareRow } from '#ui/components/share-row.tsx';
import { freshness, type Revision, typeOf } from '../article.ts';
import type { Body } from '../body.ts';
import type { HelpCentre, Listed } from '../help-centre.ts';
import { ArticleBody } from './article-body.tsx';
import { AskBox } from './ask-box.tsx';
import { DeviceFacts } from './device-facts.tsx';
import { FeedbackBlock, type FeedbackState } from './feedback.tsx';
import { siteTargets } from './links.ts';
import { NextStep } from './next-step.tsx';

export interface ArticlePageProps {
  readonly site: Site;
  readonly centre: HelpCentre;
  readonly listed: Listed;
  readonly revision: Revision;
  readonly body: Body;
  readonly views: number;
  readonly feedback: FeedbackState;
}

const MIN_SECTIONS_FOR_CONTENTS = 3;

const Crumbs = ({ site, centre, listed }: Pick<ArticlePageProps, 'site' | 'centre' | 'listed'>) => {
  const topic = centre.topic(listed.article.meta.topic);
  const home = { href: site.urls.home, label: inReader(site, site.brand.helpName) };
  const area = topic ? [{ href: site.urls.topic(topic.id), label: inReader(site, topic.name) }] : [];
  return <Breadcrumbs label={site.reader.t('page.breadcrumbs')} items={[home, ...area]} current={listed.title} />;
};

const Meta = ({ site, centre, listed, views }: Pick<ArticlePageProps, 'site' | 'centre' | 'listed' | 'views'>) => {
  const { t, date, number } = site.reader;
  const { meta } = listed.article;
  const author = centre.author(meta.author);
  const day = (label: string, iso: string | undefined) =>
    iso === undefined ? [] : [{ label, value: date(iso), datetime: iso }];
  return (
    <MetaLine
      items={[
        ...(author ? [{ label: t('article.author'), value: author.name }] : []),
        ...day(t('article.asked'), meta.asked),
        ...day(t('article.updated'), meta.updated),
        ...day(t('article.verified'), meta.verified),
        { label: t('article.views'), value: number(views) },
      ]}
    />
  );
};

const Notices = ({
  site,
  centre,
  listed,
  revision,
}: Pick<ArticlePageProps, 'site' | 'centre' | 'listed' | 'revision'>) => {
  const { t, date } = site.reader;
  const { meta } = listed.article;
  const today = site.now.toZonedDateTimeISO('UTC').toPlainDate();
  const stale = freshness(meta.verified, meta.updated, meta.reviewMonths, today) === 'stale';
  const source = centre.currentRevision(listed.article.id, site.brand.defaultLocale);
  const outdated = revision.sourceRevisionId !== null && source !== undefined && source !== revision.sourceRevisionId;
  return (
    <>
      {listed.isFallback ? (
        <FallbackLanguageNotice text={t('article.fallback', { language: LOCALE_NAMES[listed.locale] })} />
      ) : null}
      {outdated ? <Notice tone="ask">{t('article.translationOutdated')}</Notice> : null}
      {stale ? (
        <StaleNotice
          text={t('article.stale', { date: date(meta.verified ?? meta.updated) })}
          action={{
            href: `${site.urls.suggest}?about=${listed.article.shelf}/${listed.article.slug}`,
            label: t('article.suggest'),
          }}
        />
      ) : null}
      {meta.shelf === 'codes' && meta.historic ? <Notice tone="ask">{t('code.historic')}</Notice> : null}
    </>
  );
};

/** A8: the action the article is about, unless the article itself is where it leads. */
const ActionButton = ({ site, centre, listed }: Pick<ArticlePageProps, 'site' | 'centre' | 'listed'>) => {
  const { meta, slug } = listed.article;
  const action = meta.shelf === 'articles' ? centre.action(meta.action) : undefined;
  const target = action && action.article !== slug ? centre.find('articles', action.article, site.reader.locale) : null;
  return action && target ? (
    <p>
      <LinkButton href={centre.url(target, site.urls)} icon="arrow">
        {inReader(site, action.label)}
      </LinkButton>
    </p>
  ) : null;
};

const Sources = ({ site, listed }: Pick<ArticlePageProps, 'site' | 'listed'>) =>
  listed.article.meta.sources.length === 0 ? null : (
    <section class="sources">
      <h2>{site.reader.t('article.sources')}</h2>
      <ul>
        {listed.article.meta.sources.map((source) => (
          <li>
            {source.url === undefined ? (
              source.name
            ) : (
              <a href={source.url} rel="noopener external">
                {source.name}
              </a>
            )}
            <span class="small soft">
              {' '}
              · {site.reader.t('article.sourceRead', { date: site.reader.date(source.date) })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );

const Tags = ({ site, listed }: Pick<ArticlePageProps, 'site' | 'listed'>) =>
  listed.article.meta.tags.length === 0 ? null : (
    <Chips
      label={site.reader.t('article.tags')}
      items={listed.article.meta.tags.map((tag) => ({ href: site.urls.tag(tag), label: tag.replaceAll('-', ' ') }))}
    />
  );

const Aside = ({ site, centre, listed, body }: Pick<ArticlePageProps, 'site' | 'centre' | 'listed' | 'body'>) => {
  const { t } = site.reader;
  const { meta } = listed.article;
  const author = centre.author(meta.author);
  const others = [
    ...meta.codes.map((slug) => centre.find('codes', slug, site.reader.locale)),
    ...meta.devices.map((slug) => centre.find('devices', slug, site.reader.locale)),
    ...meta.related.map((slug) => centre.find('articles', slug, site.reader.locale)),
  ].filter((found) => found !== null);
  return (
    <>
      {body.sections.length >= MIN_SECTIONS_FOR_CONTENTS ? (
        <Contents
          title={t('article.contents')}
          items={body.sections.map((section) => ({ href: `#${section.id}`, label: section.heading }))}
        />
      ) : null}
      {others.length > 0 ? (
        <RelatedList
          title={t('article.related')}
          items={others.map((found) => ({
            href: centre.url(found, site.urls),
            label: found.title,
            kind: t(`type.${typeOf(found.article.meta)}`),
            ...(found.isFallback ? { lang: found.locale } : {}),
          }))}
        />
      ) : null}
      {author ? (
        <AuthorCard
          name={author.name}
          position={inReader(site, author.role)}
          bio={inReader(site, author.bio)}
          label={t('article.aboutAuthor')}
        />
      ) : null}
    </>
  );
};

/** An article, guide, error code or device, as readers see it. */
export const ArticlePage = (props: ArticlePageProps) => {
  const { site, centre, listed, revision, body } = props;
  const { t } = site.reader;
  const { meta } = listed.article;
  const address = site.origin + centre.url(listed, site.urls);
  const kicker =
    meta.shelf === 'codes' ? `${meta.code} · ${t(`category.${meta.category}`)}` : t(`type.${typeOf(meta)}`);
  const mail = `mailto:?${new URLSearchParams({ subject: revision.title, body: address }).toString().replaceAll('+', '%20')}`;
  return (
    <SitePage
      site={site}
      title={revision.title}
      description={revision.summary}
      locales={centre.localesOf(listed.article.id)}
    >
      <Page>
        <Crumbs {...props} />
        <WithAside
          asideLabel={t('article.aside')}
          main={
            <article class="article stack stack-wide" lang={listed.isFallback ? listed.locale : undefined}>
              <PageHead title={revision.title} kicker={kicker} />
              <Meta {...props} />
              <Notices {...props} />
              <InShort title={t('article.inShort')}>
                <p>{revision.summary}</p>
              </InShort>
              <ActionButton {...props} />
              {meta.shelf === 'devices' ? <DeviceFacts site={site} meta={meta} /> : null}
              <ArticleBody body={body} targets={siteTargets(site, centre)} t={t} />
              {meta.shelf === 'articles' && meta.type === 'policy' ? (
                <p class="cluster">
                  <a href={site.urls.policy}>{t('policy.link')}</a>
                  <a href={`${centre.url(listed, site.urls)}/versions`}>{t('versions.link')}</a>
                </p>
              ) : null}
              <Sources {...props} />
              <Tags {...props} />
              <FeedbackBlock site={site} centre={centre} listed={listed} state={props.feedback} />
              <section class="stack" aria-labelledby="ask-title">
                <h2 id="ask-title">{t('ask.title')}</h2>
                <AskBox site={site} about={`${listed.article.shelf}/${listed.article.slug}`} />
              </section>
              <ShareRow
                title={t('article.share')}
                links={[
                  { href: address, label: t('article.permalink'), icon: 'share' },
                  { href: mail, label: t('article.shareMail'), icon: 'mail' },
                ]}
              />
            </article>
          }
          aside={<Aside {...props} />}
        />
        <NextStep site={site} about={`${listed.article.shelf}/${listed.article.slug}`} />
      </Page>
    </SitePage>
  );
};
