import { DecisionSheet } from '#ui/components/decision-sheet.tsx';
import { Message, Thread } from '#ui/components/message.tsx';
import { PromiseTrack } from '#ui/components/promise-track.tsx';
import { Trail } from '#ui/components/trail.tsx';
import { Specimen } from './specimen.tsx';

const trackLabels = { done: 'done', now: 'now', later: 'to come', late: 'late' };

const Decision = () => (
  <Specimen name="Decision sheet">
    <div class="read">
      <DecisionSheet
        kicker="Lantern Live TV · if you ask today, 9 March 2026"
        outcome="Tell us why, and you get €12.99 back"
        how="To the card ending 4242, sent within 3 business days. Your bank may take up to 21 days to show it."
        clauses={[
          {
            answer: 'yes',
            title: 'You asked within 7 days of the purchase',
            facts: (
              <>
                Bought <b>3 March, 20:14</b> · last day <b>10 March</b> · from your invoice
              </>
            ),
            clause: { href: '#clause-1', label: 'clause 1' },
          },
          {
            answer: 'ask',
            title: 'You tell us why, in a few words',
            facts: 'Any clear explanation is enough.',
            clause: { href: '#clause-2', label: 'clause 1c' },
          },
          {
            answer: 'no',
            title: 'No open bank dispute on this charge',
            facts: 'One was opened on 8 March.',
            clause: { href: '#clause-4', label: 'clause 4' },
          },
        ]}
        changes={['Close the dispute with your bank, then ask again by 10 March.', 'Give the reason in a few words.']}
        effects={['Your access ends when the refund is sent. You can subscribe again at any time.']}
        promises={[
          { title: 'Received', state: 'done', when: 'at once, with a reference' },
          { title: 'Decided', state: 'now', when: 'by Thu 12 March', who: 'waits for us' },
          { title: 'Sent', state: 'later', when: 'the same day' },
          { title: 'Arrives', state: 'later', when: 'by 2 April at the latest' },
        ]}
        labels={{
          answers: { yes: 'met', no: 'not met', ask: 'not known yet' },
          change: 'What would change it',
          effects: 'What also happens',
          promises: 'What we promise',
          track: trackLabels,
        }}
      />
    </div>
  </Specimen>
);

/** The pieces that make a Recourse page recognisable. */
export const SignatureSpecimens = () => (
  <>
    <Decision />
    <Specimen name="Promise track, late">
      <PromiseTrack
        labels={trackLabels}
        steps={[
          { title: 'Received', state: 'done', when: '3 March' },
          { title: 'Decided', state: 'late', when: 'promised for 6 March', who: '· a supervisor has it now' },
          { title: 'Sent', state: 'later', when: 'the same day' },
        ]}
      />
    </Specimen>
    <Specimen name="Trail and messages">
      <Trail
        labels={{ good: 'worked', failed: 'did not work' }}
        facts={[
          { text: 'Searched “nw 2 5”', when: { words: '20:14', datetime: '2026-03-08T20:14' } },
          { text: 'Restarted the router', outcome: 'failed' },
          { text: 'Signed out and in', outcome: 'failed' },
          { text: 'Connection check: 31 Mbit/s', outcome: 'good' },
          { text: 'Started a chat' },
        ]}
        seal={{ words: '5 facts, intact', hash: '9f3c…e1a0', intact: true }}
      />
      <Thread label="Conversation">
        <Message who="Mei Lin" when={{ words: '20:31', datetime: '2026-03-08T20:31' }} lang="ms">
          <p>Masih tersekat selepas semua langkah.</p>
        </Message>
        <Message who="Aina" own lang="ms">
          <p>Maaf atas gangguan ini, Mei Lin. Saya semak sekarang.</p>
        </Message>
      </Thread>
    </Specimen>
  </>
);
