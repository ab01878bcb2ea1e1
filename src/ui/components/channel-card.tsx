import { Tag } from './chip.tsx';
import { Heading } from './heading.tsx';
import { Icon, type IconName } from './icons.tsx';
import { type Content, type HeadingLevel, type Link, safeHref } from './markup.ts';
import { FactList } from './meta-line.tsx';
import { type Openness, OpenSign } from './status.tsx';

export interface ChannelLabels {
  /** "Hours" */
  readonly hours: string;
  /** "Best for" */
  readonly bestFor: string;
  /** "Waiting time" */
  readonly wait: string;
  /** "Fastest way to a person" */
  readonly shortcut: string;
  /** "Source" */
  readonly source: string;
}

interface ChannelCardProps {
  readonly icon: IconName;
  readonly name: string;
  /** The number, address or handle as people write it. */
  readonly value?: string | undefined;
  /** tel:, mailto: or web address of the value. */
  readonly href?: string | undefined;
  readonly hours?: Content;
  readonly bestFor?: Content;
  readonly wait?: Content;
  /** Phone-menu shortcut or first words to say. */
  readonly shortcut?: Content;
  /** Whether it answers now, in words. */
  readonly state?: Openness | undefined;
  /** A mark such as "Partner, not the company". */
  readonly mark?: string | undefined;
  /** Where the figures come from, with the day they were read. */
  readonly source?: (Link & { readonly checked?: string | undefined }) | undefined;
  readonly labels: ChannelLabels;
  readonly level?: HeadingLevel | undefined;
}

/** One way to reach somebody, with what is known about it and since when. */
export const ChannelCard = ({ labels, level = 3, ...channel }: ChannelCardProps) => {
  const facts = [
    { label: labels.wait, value: channel.wait },
    { label: labels.hours, value: channel.hours },
    { label: labels.bestFor, value: channel.bestFor },
    { label: labels.shortcut, value: channel.shortcut },
  ].filter((fact) => fact.value);
  const href = safeHref(channel.href);
  return (
    <article class="channel">
      <div class="channel-head">
        <Icon name={channel.icon} />
        <Heading level={level}>{channel.name}</Heading>
        {channel.mark ? <Tag tone="ask">{channel.mark}</Tag> : null}
      </div>
      {channel.value ? <p class="channel-value">{href ? <a href={href}>{channel.value}</a> : channel.value}</p> : null}
      {channel.state ? (
        <p>
          <OpenSign {...channel.state} />
        </p>
      ) : null}
      {facts.length > 0 ? <FactList items={facts} /> : null}
      {channel.source ? <ChannelSource source={channel.source} label={labels.source} /> : null}
    </article>
  );
};

const ChannelSource = ({
  source,
  label,
}: {
  readonly source: Link & { readonly checked?: string | undefined };
  readonly label: string;
}) => (
  <p class="source">
    {label}: <a href={safeHref(source.href)}>{source.label}</a>
    {source.checked ? `, ${source.checked}` : null}
  </p>
);
