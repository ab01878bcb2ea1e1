import { Breadcrumbs } from '#ui/components/breadcrumbs.tsx';
import { Button, LinkButton } from '#ui/components/button.tsx';
import { Chips, Tag } from '#ui/components/chip.tsx';
import { Dialog, Disclosure } from '#ui/components/dialog.tsx';
import { Icon, iconNames } from '#ui/components/icons.tsx';
import { LanguageSwitch } from '#ui/components/language-switch.tsx';
import { Cluster } from '#ui/components/page.tsx';
import { Pagination } from '#ui/components/pagination.tsx';
import { Tabs } from '#ui/components/tabs.tsx';
import { Specimen } from './specimen.tsx';

const Buttons = () => (
  <Specimen name="Buttons">
    <Cluster>
      <Button type="button">Send the request</Button>
      <Button type="button" variant="plain">
        Keep my plan
      </Button>
      <Button type="button" variant="quiet">
        Not now
      </Button>
      <Button type="button" variant="danger">
        Delete my account
      </Button>
      <Button type="button" size="small" variant="plain" icon="print">
        Print
      </Button>
      <LinkButton href="#buttons" icon="chat">
        Talk to a person
      </LinkButton>
      <LinkButton href="#buttons" variant="plain">
        Abonnementkündigungsbestätigung herunterladen
      </LinkButton>
    </Cluster>
  </Specimen>
);

const Icons = () => (
  <Specimen name="Icons">
    <ul class="cluster plain-list">
      {iconNames.map((name) => (
        <li class="cluster">
          <Icon name={name} />
          <span class="small soft">{name}</span>
        </li>
      ))}
    </ul>
  </Specimen>
);

const Labels = () => (
  <Specimen name="Chips and tags">
    <Chips
      label="Filter by kind"
      items={[
        { href: '#all', label: 'Everything', current: true },
        { href: '#codes', label: 'Error codes' },
        { href: '#devices', label: 'Devices' },
        { href: '#empfang', label: 'Verbindungsgeschwindigkeit' },
      ]}
    />
    <Cluster>
      <Tag>Draft</Tag>
      <Tag tone="accent">Playback</Tag>
      <Tag tone="yes">Published</Tag>
      <Tag tone="ask">Outdated since 3 March</Tag>
      <Tag tone="no">1 h left</Tag>
    </Cluster>
  </Specimen>
);

const Wayfinding = () => (
  <Specimen name="Wayfinding">
    <Breadcrumbs
      label="Breadcrumb"
      items={[
        { href: '#help', label: 'Help' },
        { href: '#quality', label: 'Streaming quality' },
      ]}
      current="Buffering on a Samsung TV"
    />
    <Tabs
      label="Revisions"
      items={[
        { href: '#edit', label: 'Edit', current: true },
        { href: '#translations', label: 'Translations', count: '2' },
        { href: '#revisions', label: 'Revisions' },
        { href: '#feedback', label: 'Feedback', count: '14' },
      ]}
    />
    <Pagination
      label="Pages"
      previous={{ href: '#1', label: 'Earlier' }}
      next={{ href: '#3', label: 'Later' }}
      pages={[
        { href: '#1', label: '1' },
        { href: '#2', label: '2', current: true },
        { href: '#3', label: '3' },
        'gap',
        { href: '#12', label: '12' },
      ]}
    />
    <LanguageSwitch
      label="Language"
      items={[
        { lang: 'en', label: 'English', href: '#en', current: true },
        { lang: 'de', label: 'Deutsch', href: '#de' },
        { lang: 'ms', label: 'Bahasa Melayu', href: '#ms' },
        { lang: 'ar', label: 'العربية', href: '#ar', dir: 'rtl' },
      ]}
    />
  </Specimen>
);

const Openers = () => (
  <Specimen name="Dialog and disclosure">
    <div>
      <Dialog id="specimen-dialog" title="What stays when you leave" open="What stays?" close="Close">
        <p>Your profiles and history are kept for 10 months, so you can come back to them.</p>
      </Dialog>
    </div>
    <div class="read">
      <Disclosure summary="Does pausing change my billing day?" name="specimen-faq">
        <p>Yes. The day you resume becomes the new billing day.</p>
      </Disclosure>
      <Disclosure summary="Can I pause twice in a row?" name="specimen-faq" open>
        <p>You can, for up to three months in any twelve.</p>
      </Disclosure>
    </div>
  </Specimen>
);

/** Things to press and ways to go. */
export const ActionSpecimens = () => (
  <>
    <Buttons />
    <Labels />
    <Wayfinding />
    <Openers />
    <Icons />
  </>
);
