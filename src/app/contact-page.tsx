import { type Channel, inReader, isOpen, type Site, SitePage } from '#domains/brands/index.ts';
import { type FoundPage, type Listed, SiteSearch } from '#domains/knowledge/index.ts';
import { LOCALE_NAMES } from '#lib/locales.ts';
import { Breadcrumbs } from '#ui/components/breadcrumbs.tsx';
import { Grid } from '#ui/components/card.tsx';
import { ChannelCard } from '#ui/components/channel-card.tsx';
import { EmptyState } from '#ui/components/empty-state.tsx';
import { PageHead } from '#ui/components/heading.tsx';
import type { IconName } from '#ui/components/icons.tsx';
import { Notice } from '#ui/components/notice.tsx';
import { Page, Section } from '#ui/components/page.tsx';
import { RelatedList } from '#ui/components/related-list.tsx';

const ICONS: Readonly<Record<Channel['kind'], IconName>> = {
  chat: 'chat',
  phone: 'phone',
  callback: 'phone',
  email: 'mail',
  form: 'edit',
  social: 'people',
  post: 'mail',
  store: 'door',
  community: 'people',
};

interface ContactPageProps {
  readonly site: Site;
  readonly channels: readonly Channel[];
  /** The page or search the reader comes from. */
  readonly about: Listed | null;
  readonly q: string;
  readonly suggestions: readonly FoundPage[];
}

/** Hosts below `.example` exist nowhere (RFC 2606): an invented brand's address is shown, not linked. */
const isInvented = (url: string): boolean => new URL(url).hostname.endsWith('.example');

const linkOf = (channel: Channel): string | undefined => {
  if (channel.url !== undefined) return isInvented(channel.url) ? undefined : channel.url;
  if (channel.kind === 'email' && channel.value) return `mailto:${channel.value}`;
  return (channel.kind === 'phone' || channel.kind === 'callback') && channel.value
    ? `tel:${channel.value.replaceAll(/[^+\d]/g, '')}`
    : undefined;
};

function hoursText(site: Site, channel: Channel): string | undefined {
  const { reader } = site;
  if (!channel.hours) return undefined;
  const day = new Intl.DateTimeFormat(reader.locale, { weekday: 'short', timeZone: 'UTC' });
  const monday = Date.UTC(2024, 0, 1);
  const index = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
  const name = (id: (typeof index)[number]) => day.format(monday + index.indexOf(id) * 86_400_000);
  const lines = channel.hours.weekly.map(({ days, from, to }) => {
    const span =
      days.length > 2 && index.indexOf(days.at(-1) ?? 'sun') - index.indexOf(days[0] ?? 'mon') === days.length - 1;
    const names = span ? `${name(days[0] ?? 'mon')}–${name(days.at(-1) ?? 'sun')}` : reader.list(days.map(name));
    return `${names} ${from}–${to}`;
  });
  return `${lines.join('; ')} (${channel.hours.zone.replaceAll('_', ' ')})`;
}

const Card = ({ site, channel }: { readonly site: Site; readonly channel: Channel }) => {
  const { t, date, list } = site.reader;
  const open = channel.hours ? isOpen(channel.hours, site.now) : undefined;
  const source = channel.sources[0];
  const notes = [
    inReader(site, channel.bestFor),
    channel.note ? inReader(site, channel.note) : '',
    channel.languages.length > 0
      ? t('contact.languages', { languages: list(channel.languages.map((l) => LOCALE_NAMES[l])) })
      : '',
    channel.regions.length > 0
      ? t('contact.regions', {
          regions: list(
            channel.regions.map((r) => new Intl.DisplayNames(site.reader.locale, { type: 'region' }).of(r) ?? r),
          ),
        })
      : '',
  ].filter((text) => text !== '');
  return (
    <ChannelCard
      icon={ICONS[channel.kind]}
      name={inReader(site, channel.name)}
      value={channel.value ?? channel.url?.replace(/^https?:\/\//, '')}
      href={linkOf(channel)}
      hours={hoursText(site, channel)}
      bestFor={notes.map((text) => <p>{text}</p>)}
      shortcut={channel.shortcut ? inReader(site, channel.shortcut) : undefined}
      state={open === undefined ? undefined : { open, word: open ? t('contact.openNow') : t('contact.closedNow') }}
      mark={
        channel.partner
          ? t('contact.partner', { company: site.brand.name })
          : channel.fastest
            ? t('contact.fastest')
            : undefined
      }
      source={
        source
          ? {
              href: source.url ?? '',
              label: source.name,
              checked: t('article.sourceRead', { date: date(source.date) }),
            }
          : undefined
      }
      labels={{
        hours: t('contact.hours'),
        bestFor: t('contact.bestFor'),
        wait: t('contact.wait'),
        shortcut: t('contact.shortcut'),
        source: t('contact.source'),
      }}
      level={2}
    />
  );
};

/** The ways to reach people, the fastest first; what the reader was doing is kept in sight. */
export const ContactPage = ({ site, channels, about, q, suggestions }: ContactPageProps) => {
  const { t } = site.reader;
  const ranked = [...channels].sort(
    (a, b) =>
      Number(b.fastest ?? false) - Number(a.fastest ?? false) ||
      Number(a.partner ?? false) - Number(b.partner ?? false),
  );
  return (
    <SitePage
      site={site}
      title={t('contact.title')}
      description={t('contact.lead')}
      noindex={about !== null || q !== ''}
    >
      <Page>
        <Breadcrumbs
          label={t('page.breadcrumbs')}
          items={[{ href: site.urls.home, label: inReader(site, site.brand.helpName) }]}
          current={t('contact.title')}
        />
        <PageHead
          title={t('contact.title')}
          lead={
            site.brand.kind === 'listed' ? t('contact.leadListed', { company: site.brand.name }) : t('contact.lead')
          }
        />
        {about ? (
          <Notice title={t('contact.aboutTitle')}>{t('contact.aboutText', { title: about.title })}</Notice>
        ) : null}
        {q === '' ? null : <Notice title={t('contact.searchedTitle')}>{t('contact.searchedText', { q })}</Notice>}
        {channels.length === 0 ? (
          <EmptyState title={t('contact.noneTitle')} text={t('contact.noneText')} />
        ) : (
          <Grid>
            {ranked.map((channel) => (
              <Card site={site} channel={channel} />
            ))}
          </Grid>
        )}
        {suggestions.length > 0 ? (
          <RelatedList
            title={t('contact.meanwhile')}
            items={suggestions.map((hit) => ({ href: hit.url, label: hit.title.text }))}
          />
        ) : null}
        <Section title={t('contact.orSearch')}>
          <SiteSearch site={site} value={q === '' ? undefined : q} />
        </Section>
      </Page>
    </SitePage>
  );
};
