import { LOCALE_NAMES } from '#lib/locales.ts';
import { ChannelCard } from '#ui/components/channel-card.tsx';
import type { IconName } from '#ui/components/icons.tsx';
import type { HeadingLevel } from '#ui/components/markup.ts';
import { type Channel, isOpen } from './channel.ts';
import { inReader, type Site } from './site.tsx';

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

interface BrandChannelProps {
  readonly site: Site;
  readonly channel: Channel;
  readonly level?: HeadingLevel | undefined;
}

/** One way to reach a brand, in the reader's language: whether it answers now, and where the figures come from. */
export const BrandChannel = ({ site, channel, level = 2 }: BrandChannelProps) => {
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
      level={level}
    />
  );
};
