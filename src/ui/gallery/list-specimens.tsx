import { LinkButton } from '#ui/components/button.tsx';
import { Card, Grid, TopicTile } from '#ui/components/card.tsx';
import { ChannelCard } from '#ui/components/channel-card.tsx';
import { Doors } from '#ui/components/doors.tsx';
import { EmptyState } from '#ui/components/empty-state.tsx';
import { Highlight } from '#ui/components/highlight.tsx';
import { PersonBar } from '#ui/components/person-bar.tsx';
import { ResultGroups } from '#ui/components/results.tsx';
import { StatusSign, SupportBadge } from '#ui/components/status.tsx';
import { Table } from '#ui/components/table.tsx';
import { Specimen } from './specimen.tsx';

const links = [
  { href: '#1', label: 'Buffering and picture quality' },
  { href: '#2', label: 'Error codes' },
];

const Entrances = () => (
  <Specimen name="Doors, tiles, person">
    <Doors
      label="Reasons to come"
      doors={[
        { icon: 'play', title: 'Fix something', text: 'Step by step, for your device.', links },
        { icon: 'receipt', title: 'Understand a charge', text: 'Every amount, explained.', links },
        { icon: 'refund', title: 'Leave, or get money back', text: 'The answer before you send anything.', links },
      ]}
    />
    <Grid small>
      <TopicTile icon="device" title="Devices" text="Is mine supported?" href="#devices" />
      <TopicTile icon="signal" title="Streaming quality" text="Speed, buffering, picture" href="#quality" />
      <TopicTile icon="key" title="Passwortwiederherstellung" text="Zugang zurückbekommen" href="#password" />
    </Grid>
    <PersonBar
      title="Prefer a person?"
      text="Chat answers in about 3 minutes."
      href="#contact"
      action="Talk to a person"
      state={{ open: true, word: 'Open now' }}
    />
  </Specimen>
);

const Cards = () => (
  <Specimen name="Cards and channels">
    <Grid>
      <Card
        icon="document"
        title="Household profiles"
        href="#profiles"
        text="Who sees what, and how to move one."
        meta="Guide"
      />
      <Card title="A card without a link" text="It only says something." />
      <ChannelCard
        icon="phone"
        name="Phone"
        value="+60 4 555 0134"
        href="tel:+6045550134"
        hours="Every day, 9:00 to 21:00"
        wait="about 6 minutes"
        bestFor="Charges you don’t recognise"
        shortcut="Press 2, then 0"
        state={{ open: false, word: 'Opens at 9:00' }}
        mark="Partner"
        source={{ href: 'https://example.com/contact', label: 'example.com', checked: '6 March 2026' }}
        labels={{
          hours: 'Hours',
          bestFor: 'Best for',
          wait: 'Waiting time',
          shortcut: 'Fastest way to a person',
          source: 'Source',
        }}
      />
    </Grid>
  </Specimen>
);

const Found = () => (
  <Specimen name="Results">
    <ResultGroups
      groups={[
        {
          kind: 'action',
          title: 'Do it now',
          results: [{ href: '#cancel', title: 'Cancel my plan', snippet: 'What ends, when, what is kept.' }],
        },
        {
          kind: 'code',
          title: 'Error codes',
          results: [{ href: '#nw', title: 'NW-2-5', badge: 'Network', snippet: 'The device cannot reach us.' }],
        },
        {
          kind: 'article',
          title: 'Articles',
          results: [
            {
              href: '#a',
              title: <Highlight text="Buffering on a Samsung TV" ranges={[{ start: 0, end: 9 }]} />,
              snippet: <Highlight text="When the picture stops, restart first." ranges={[{ start: 9, end: 16 }]} />,
              meta: 'Guide · checked 6 March 2026',
            },
          ],
        },
      ]}
    />
    <EmptyState
      title="Nothing found for “bufering tb”"
      text="No page has these words. An editor will see that you looked."
    >
      <LinkButton href="#ask">Ask a person</LinkButton>
      <LinkButton href="#topics" variant="plain">
        Browse topics
      </LinkButton>
    </EmptyState>
  </Specimen>
);

const Statuses = () => (
  <Specimen name="Signs, badges, table">
    <div class="cluster">
      <StatusSign state="yes" word="Met" />
      <StatusSign state="no" word="Not met" />
      <StatusSign state="ask" word="Not known yet" />
    </div>
    <div class="cluster">
      <SupportBadge level="supported" word="Supported" />
      <SupportBadge level="limited" word="Limited" detail="HD only, until 1 September 2026" />
      <SupportBadge level="unsupported" word="Not supported" />
    </div>
    <Table
      id="specimen-table"
      caption="Speed each quality needs"
      columns={[{ label: 'Quality' }, { label: 'Plan' }, { label: 'Speed', numeric: true }]}
      rows={[
        ['Standard', 'Every plan', '3 Mbit/s'],
        ['HD', 'Standard, Premium', '5 Mbit/s'],
        ['Ultra HD', 'Premium', '15 Mbit/s'],
      ]}
    />
  </Specimen>
);

/** Ways in, things found, what they are. */
export const ListSpecimens = () => (
  <>
    <Entrances />
    <Cards />
    <Found />
    <Statuses />
  </>
);
