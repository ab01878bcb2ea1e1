import { inReader, type Site, SitePage } from '#domains/brands/index.ts';
import { type HelpCentre, hrefOf, NextStep, SiteSearch, TopicTiles } from '#domains/knowledge/index.ts';
import { Doors } from '#ui/components/doors.tsx';
import type { IconName } from '#ui/components/icons.tsx';
import { Notice } from '#ui/components/notice.tsx';
import { Hero, Section, Stack } from '#ui/components/page.tsx';

const DOOR_ICONS: Readonly<Record<'fix' | 'charge' | 'leave', IconName>> = {
  fix: 'play',
  charge: 'receipt',
  leave: 'refund',
};

/** A brand's first page: one question, three doors, all topics, and a person. */
export const HomePage = ({ site, centre }: { readonly site: Site; readonly centre: HelpCentre }) => {
  const { brand, reader } = site;
  const title = inReader(site, brand.helpName);
  return (
    <SitePage site={site} title={title} description={inReader(site, brand.about)}>
      <div class="wrap home">
        <Hero title={inReader(site, brand.question)}>
          <SiteSearch
            site={site}
            size="hero"
            examples={brand.examples[reader.locale] ?? brand.examples[brand.defaultLocale]}
          />
        </Hero>
        <Stack space="wide">
          <Doors
            label={reader.t('home.doors')}
            doors={brand.doors.map((door) => ({
              icon: DOOR_ICONS[door.id],
              title: inReader(site, door.title),
              text: inReader(site, door.text),
              links: door.links.flatMap((link) => {
                const href = hrefOf(site, centre, link.to);
                return href === null ? [] : [{ href, label: inReader(site, link.label) }];
              }),
            }))}
          />
          <Section title={reader.t('topics.title')} id="topics">
            <TopicTiles site={site} centre={centre} />
          </Section>
          {brand.verified && brand.disclaimer ? (
            <Notice title={reader.t('legal.verified', { date: reader.date(brand.verified) })}>
              {inReader(site, brand.disclaimer)}
            </Notice>
          ) : null}
          <NextStep site={site} />
        </Stack>
      </div>
    </SitePage>
  );
};
