import { Button } from '#ui/components/button.tsx';
import { SelectField } from '#ui/components/choice-field.tsx';
import { DeskColumns, DeskNav, Keys, Panel, Queue, Toolbar } from '#ui/components/desk.tsx';
import { DiffView } from '#ui/components/diff-view.tsx';
import { Pair, SideBySide, TranslationRow } from '#ui/components/side-by-side.tsx';
import { TextArea, TextField } from '#ui/components/text-field.tsx';
import { Specimen } from './specimen.tsx';

const Shell = () => (
  <Specimen name="Desk columns">
    <DeskColumns
      listLabel="Queue"
      list={
        <Queue
          title="Mine"
          count="12 open"
          items={[
            {
              href: '#1',
              title: 'Refund for March',
              meta: 'Mei Lin · chat · Bahasa Melayu',
              tag: { word: '1 h left', tone: 'no' },
              current: true,
            },
            { href: '#2', title: 'TVP-801 after update', meta: 'Jonas · e-mail · Deutsch', tag: { word: '6 h' } },
          ]}
        />
      }
      main={<p>The matter itself.</p>}
      asideLabel="Person"
      aside={<p>The person and the trail.</p>}
    />
    <DeskNav
      label="Specimen"
      groups={[
        { items: [{ href: '#inbox', label: 'Inbox', icon: 'mail', count: '12', current: true }] },
        {
          title: 'Knowledge',
          items: [
            { href: '#articles', label: 'Articles', icon: 'document' },
            { href: '#review', label: 'To review', icon: 'clock', count: '4' },
          ],
        },
      ]}
    />
  </Specimen>
);

const Work = () => (
  <Specimen name="Toolbar, keys, panel">
    <Toolbar
      end={
        <>
          <Button variant="plain" size="small" type="button">
            Save draft
          </Button>
          <Button size="small" type="button">
            Publish
          </Button>
        </>
      }
    >
      <SelectField name="status" label="Status" options={[{ value: 'draft', label: 'Draft' }]} value="draft" />
      <Keys keys={['g', 'q']} label="queue" />
    </Toolbar>
    <Panel title="Review">
      <p>Next review by 2 September 2026.</p>
    </Panel>
  </Specimen>
);

const Comparing = () => (
  <Specimen name="Diff and translation">
    <DiffView
      labels={{ title: 'Changes from revision 3 to 4', added: 'Added', removed: 'Removed' }}
      lines={[
        { kind: 'gap', words: [{ text: '12 lines unchanged' }] },
        { kind: 'same', words: [{ text: '## What to do' }] },
        { kind: 'removed', words: [{ text: 'Restart the ' }, { text: 'set', changed: true }, { text: '.' }] },
        {
          kind: 'added',
          words: [{ text: 'Restart the ' }, { text: 'television at the plug', changed: true }, { text: '.' }],
        },
      ]}
    />
    <SideBySide
      source={{ title: 'English', lang: 'en', status: { word: 'Source, revision 4' } }}
      target={{ title: 'Deutsch', lang: 'de', status: { word: 'Outdated since 3 March', tone: 'ask' } }}
    >
      <TranslationRow label="Title (English)" source="Buffering on a Samsung TV" lang="en">
        <TextField name="title-de" label="Title (Deutsch)" lang="de" value="Pufferung auf einem Samsung-Fernseher" />
      </TranslationRow>
    </SideBySide>
    <Pair
      start={<TextArea name="markdown" label="Text" rows={6} value="## What to do" />}
      end={
        <div class="preview prose">
          <h2>What to do</h2>
        </div>
      }
    />
  </Specimen>
);

/** What only the staff console uses. */
export const DeskSpecimens = () => (
  <>
    <Shell />
    <Work />
    <Comparing />
  </>
);
