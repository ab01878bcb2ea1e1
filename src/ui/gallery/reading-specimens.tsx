import { AuthorCard } from '#ui/components/author-card.tsx';
import { Callout, InShort } from '#ui/components/callout.tsx';
import { HelpfulQuestion, HelpfulThanks } from '#ui/components/helpful-question.tsx';
import { MetaLine } from '#ui/components/meta-line.tsx';
import { Banner, FallbackLanguageNotice, Flash, Notice, StaleNotice } from '#ui/components/notice.tsx';
import { Contents, RelatedList } from '#ui/components/related-list.tsx';
import { ShareRow } from '#ui/components/share-row.tsx';
import { Steps } from '#ui/components/steps.tsx';
import { Specimen } from './specimen.tsx';

const Notices = () => (
  <Specimen name="Notices">
    <Banner
      label="Demo"
      text="This is a demonstration: nothing here is charged."
      action={{ href: '#demo', label: 'Sign-ins' }}
    />
    <Flash>Published. Readers find it from now on.</Flash>
    <Flash tone="no">That address has already been used.</Flash>
    <Notice title="Two people are editing">Jonas opened this draft 4 minutes ago.</Notice>
    <StaleNotice
      text="Nobody has checked this page since 4 January 2025."
      action={{ href: '#x', label: 'Tell us what changed' }}
    />
    <FallbackLanguageNotice text="This page is not available in French yet, so you are reading it in English." />
  </Specimen>
);

const Remarks = () => (
  <Specimen name="In short and callouts">
    <InShort title="In short">
      <p>Restart the television at the plug, then the router. If it still stops, lower the quality to HD.</p>
    </InShort>
    <div class="stack read">
      <Callout kind="note" title="Note">
        The menu has other names on models before 2019.
      </Callout>
      <Callout kind="tip" title="Tip">
        A cable is steadier than Wi-Fi behind two walls.
      </Callout>
      <Callout kind="warning" title="Careful">
        A factory reset also removes your other apps.
      </Callout>
    </div>
    <MetaLine
      items={[
        { label: 'Updated', value: '2 March 2026', datetime: '2026-03-02' },
        { label: 'Checked', value: '6 March 2026', datetime: '2026-03-06' },
        { label: 'Read', value: '12,408 times' },
      ]}
    />
  </Specimen>
);

const StepList = () => (
  <Specimen name="Steps">
    <Steps
      level={4}
      labels={{ optional: 'Optional', expected: 'You should see' }}
      steps={[
        {
          title: 'Pull the plug for a minute',
          body: <p>The stand-by light has to go out completely.</p>,
          expected: 'the maker’s logo when it starts again.',
        },
        { title: 'Use a network cable', optional: true, body: <p>Only if the router is near.</p> },
        { title: 'Netzwerkeinstellungen zurücksetzen', body: <p>Then sign in to the Wi-Fi again.</p> },
      ]}
    />
  </Specimen>
);

const AfterReading = () => (
  <Specimen name="After reading">
    <HelpfulQuestion
      action="#helpful"
      labels={{
        question: 'Was this helpful?',
        yes: 'Yes',
        needsWork: 'Needs work',
        reason: 'What was the trouble?',
        comment: 'Anything else?',
        optional: 'optional',
        send: 'Send',
      }}
      reasons={[
        { value: 'wrong', label: 'It doesn’t match what I see' },
        { value: 'unclear', label: 'It is hard to follow' },
        { value: 'failed', label: 'It did not work' },
      ]}
    />
    <HelpfulThanks title="Thank you. An editor reads this.">
      <p>Still stuck? Somebody can take it from here.</p>
    </HelpfulThanks>
    <ShareRow
      title="Share"
      links={[
        { href: 'mailto:?body=address', label: 'E-mail', icon: 'mail' },
        { href: 'sms:?body=address', label: 'Message', icon: 'chat' },
      ]}
    />
    <AuthorCard
      name="Aina Rahman"
      position="streaming editor"
      bio="Six years at the support desk in Penang."
      label="Written by"
    />
    <RelatedList
      title="Related"
      level={3}
      items={[
        { href: '#a', label: 'Error NW-2-5', kind: 'error code' },
        { href: '#b', label: 'How much speed each quality needs' },
      ]}
    />
    <Contents
      title="On this page"
      items={[
        { href: '#steps', label: 'What to do' },
        { href: '#causes', label: 'Why it happens' },
      ]}
    />
  </Specimen>
);

/** What articles are made of. */
export const ReadingSpecimens = () => (
  <>
    <Notices />
    <Remarks />
    <StepList />
    <AfterReading />
  </>
);
