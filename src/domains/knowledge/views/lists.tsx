import { inReader, type Site, SitePage } from '#domains/brands/index.ts';
import { Breadcrumbs } from '#ui/components/breadcrumbs.tsx';
import { Card, Grid, TopicTile } from '#ui/components/card.tsx';
import { EmptyState } from '#ui/components/empty-state.tsx';
import { PageHead } from '#ui/components/heading.tsx';
import { Page, Section } from '#ui/components/page.tsx';
import { typeOf } from '../article.ts';
import type { HelpCentre, Listed } from '../help-centre.ts';
import { NextStep } from './next-step.tsx';
import { SiteSearch } from './site-search.tsx';

interface ListProps {
  readonly site: Site;
  readonly centre: HelpCentre;
}

const Crumbs = ({ site, current }: { readonly site: Site; readonly current: string }) => (
  <Breadcrumbs
    label={site.reader.t('page.breadcrumbs')}
    items={[{ href: site.urls.home, label: inReader(site, site.brand.helpName) }]}
    current={current}
  />
);

interface ArticleCardsProps extends ListProps {
  readonly items: readonly Listed[];
  /** 2 where the cards stand right below the page's own heading. */
  readonly level?: 2 | 3;
}

/** One card an article: its title, what it answers, its kind. */
export const ArticleCards = ({ site, centre, items, level }: ArticleCardsProps) => (
  <Grid>
    {items.map((item) => {
      const { meta } = item.article;
      return (
        <Card
          title={meta.shelf === 'codes' && !item.title.includes(meta.code) ? `${meta.code}: ${item.title}` : item.title}
          href={centre.url(item, site.urls)}
          text={item.summary}
          meta={site.reader.t(`type.${typeOf(meta)}`)}
          level={level}
        />
      );
    })}
  </Grid>
);

export const TopicsPage = ({ site, centre }: ListProps) => {
  const { t } = site.reader;
  return (
    <SitePage site={site} title={t('topics.title')} description={t('topics.lead')}>
      <Page>
        <Crumbs site={site} current={t('topics.title')} />
        <PageHead title={t('topics.title')} lead={t('topics.lead')} />
        <TopicTiles site={site} centre={centre} level={2} />
        <NextStep site={site} />
      </Page>
    </SitePage>
  );
};

export const TopicTiles = ({ site, centre, level }: ListProps & { readonly level?: 2 | 3 }) => (
  <Grid small>
    {centre.words.topics.map((topic) => (
      <TopicTile
        title={inReader(site, topic.name)}
        href={site.urls.topic(topic.id)}
        icon={topic.icon}
        text={inReader(site, topic.summary)}
        level={level}
      />
    ))}
  </Grid>
);

interface NamedListProps extends ListProps {
  readonly title: string;
  readonly lead?: string | undefined;
  readonly items: readonly Listed[];
  readonly noindex?: boolean;
}

/** Everything about a topic or with a tag. */
export const NamedListPage = ({ site, centre, title, lead, items, noindex }: NamedListProps) => (
  <SitePage site={site} title={title} description={lead} noindex={noindex}>
    <Page>
      <Crumbs site={site} current={title} />
      <PageHead title={title} lead={lead} />
      {items.length > 0 ? (
        <ArticleCards site={site} centre={centre} items={items} level={2} />
      ) : (
        <EmptyState title={site.reader.t('list.emptyTitle')} text={site.reader.t('list.emptyText')}>
          <SiteSearch site={site} />
        </EmptyState>
      )}
      <NextStep site={site} />
    </Page>
  </SitePage>
);

interface GroupedProps extends ListProps {
  readonly title: string;
  readonly lead: string;
  readonly groups: readonly { readonly id: string; readonly title: string; readonly items: readonly Listed[] }[];
}

/** Error codes by category, devices by family. */
export const GroupedListPage = ({ site, centre, title, lead, groups }: GroupedProps) => {
  const filled = groups.filter((group) => group.items.length > 0);
  return (
    <SitePage site={site} title={title} description={lead}>
      <Page>
        <Crumbs site={site} current={title} />
        <PageHead title={title} lead={lead} />
        <SiteSearch site={site} />
        {filled.length === 0 ? (
          <EmptyState title={site.reader.t('list.emptyTitle')} text={site.reader.t('list.emptyText')} />
        ) : null}
        {filled.map((group) => (
          <Section title={group.title} id={group.id}>
            <ArticleCards site={site} centre={centre} items={group.items} />
          </Section>
        ))}
        <NextStep site={site} />
      </Page>
    </SitePage>
  );
};
