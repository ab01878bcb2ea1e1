import { BarTable, HeatTable, Progress } from '#ui/components/chart.tsx';
import { CodeEditor } from '#ui/components/code-editor.tsx';
import { Specimen } from './specimen.tsx';

/** What the policy workbench is made of. */
export const WorkbenchSpecimens = () => (
  <>
    <Specimen name="Code editor, with a line that has something to say">
      <CodeEditor
        name="specimen-source"
        label="Text"
        help="Tab moves on; indent with spaces."
        value={'kind: policy\nid: oakline-refunds\nversion: two\n'}
        marked={new Set([3])}
      />
    </Specimen>
    <Specimen name="Bars with their figures">
      <BarTable
        id="specimen-bars"
        caption="By country"
        label="Country"
        value="Come out differently"
        more={['Paid more or less']}
        rows={[
          { label: 'Germany', value: 1200, text: '1,200', more: ['+€14,388.00'] },
          { label: 'Japan', value: 340, text: '340', more: ['−JP¥408,000'] },
          { label: 'Australia', value: 1, text: '1', more: ['–'] },
        ]}
      />
    </Specimen>
    <Specimen name="From one answer to another">
      <HeatTable
        id="specimen-heat"
        caption="From one answer to another"
        corner="Today ↓ draft →"
        columns={['full refund', 'decided by a person']}
        rows={[
          { label: 'refused', cells: [160, 12] },
          { label: 'asked for more', cells: [0, 3] },
        ]}
        format={String}
      />
    </Specimen>
    <Specimen name="Something being worked on">
      <Progress label="Replay" done={4500} total={9000} text="4,500 of 9,000 requests decided." />
    </Specimen>
  </>
);
