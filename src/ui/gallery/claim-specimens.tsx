import { AnswerList } from '#ui/components/answer-list.tsx';
import { Button } from '#ui/components/button.tsx';
import { RadioGroup } from '#ui/components/choice-field.tsx';
import { DecisionSheet } from '#ui/components/decision-sheet.tsx';
import { Form, FormActions } from '#ui/components/form.tsx';
import { TaskList, TickList } from '#ui/components/task-list.tsx';
import { Specimen } from './specimen.tsx';

const Answers = () => (
  <Specimen name="Answers so far">
    <AnswerList
      title="Your answers so far"
      change="Change"
      items={[
        { label: 'Place of purchase', value: 'In a shop', href: '#1' },
        { label: 'Country or region', value: 'France', href: '#2', current: true },
        { label: 'Date of the charge', value: 'I don’t know', href: '#3' },
      ]}
    />
  </Specimen>
);

const OneQuestion = () => (
  <Specimen name="One question">
    <Form action="#question" label="Question">
      <RadioGroup
        name="bought"
        label="Where did you buy it?"
        help="Whoever took the money decides about it."
        options={[
          { value: 'own', label: 'From the company itself' },
          { value: 'retail', label: 'In a shop' },
        ]}
        value="retail"
      />
      <FormActions>
        <Button>Continue</Button>
        <Button variant="plain">I don’t know</Button>
      </FormActions>
    </Form>
  </Specimen>
);

const Tasks = () => (
  <Specimen name="Things to do">
    <TaskList
      done="done"
      tasks={[
        {
          id: 'specimen-papers',
          title: 'Gather your papers',
          done: false,
          children: (
            <TickList
              action="#ticks"
              labels={{ tick: 'I have it', untick: 'Not there after all', done: 'done', open: 'open' }}
              items={[
                { what: 'form', label: 'Signed form', help: 'Legible: name, date, signature.', done: true },
                { what: 'receipt', label: 'Photo of the receipt', done: false },
              ]}
            />
          ),
        },
        { id: 'specimen-letter', title: 'Check the letter', done: true, children: <p>It is written for your case.</p> },
      ]}
    />
  </Specimen>
);

const Refused = () => (
  <Specimen name="Decision sheet, refused, with sources">
    <div class="read">
      <DecisionSheet
        kicker="Norton · if you ask today, 22 November 2026"
        outcome="By Norton’s rules there is no refund"
        lastDay="The last day to ask: 31 October 2026."
        clauses={[
          {
            answer: 'no',
            title: 'A yearly plan is refunded for 60 days from the charge.',
            facts: 'Charged 1 September.',
          },
        ]}
        others={[{ answer: 'no', title: 'A monthly plan is refunded for 14 days.' }]}
        changes={['Only an earlier request would have changed this.']}
        appeal={['You can appeal within 30 days.', 'New evidence is needed for that.']}
        sources={[
          {
            document: { href: '#policy', label: 'Norton refunds, as published' },
            standing: 'version 1, in force since 1 January 2024',
            origins: [
              {
                name: 'Norton Support',
                href: '#source',
                read: 'read on 22 November 2026',
                check: 'read at the source',
                checked: true,
              },
              { name: 'Guides on the web', check: 'second-hand', checked: false },
            ],
          },
        ]}
        foot="This is our reading, not legal advice."
        labels={{
          answers: { yes: 'applies', no: 'does not apply', ask: 'not known yet' },
          change: 'What would change it',
          effects: 'What also happens',
          promises: 'How long it takes',
          sources: 'Where this comes from',
          appeal: 'If the answer is no',
          others: '1 clause that plays no part here',
          track: { done: 'done', now: 'now', later: 'to come', late: 'late' },
        }}
      />
    </div>
  </Specimen>
);

/** What the claim assistant is made of. */
export const ClaimSpecimens = () => (
  <>
    <OneQuestion />
    <Answers />
    <Refused />
    <Tasks />
  </>
);
