import { ClauseChange, type ClauseLabels, PolicyClause } from '#ui/components/policy-clause.tsx';
import { Specimen } from './specimen.tsx';

const labels: ClauseLabels = {
  when: 'When',
  needed: 'What you need',
  how: 'What follows',
  whom: 'Whom to ask',
  words: 'What a decision says about this',
  holds: 'If it applies',
  holdsNot: 'If it does not',
  basis: 'Based on',
};

/** The clauses of a policy page, and the same clause in two versions. */
export const PolicySpecimens = () => (
  <>
    <Specimen name="Policy clause, with an exception below it">
      <div class="stack">
        <PolicyClause
          id="specimen-clause-1"
          number={1}
          outcome="The whole charge is refunded."
          when={{
            text: 'All of this holds:',
            parts: [
              { text: 'Asked for within 7 days after the charge', parts: [] },
              {
                text: 'At least one of these holds:',
                parts: [
                  { text: 'Contacts with support: at least 1', parts: [] },
                  { text: 'Usage (minutes): 0', parts: [] },
                ],
              },
            ],
          }}
          evidence={['Invoice number and explanation of the request']}
          details={['The money goes back the way you paid.', 'The money arrives within 21 days.']}
          choices={[]}
          holds="You asked within 7 days."
          holdsNot="Within 7 days everything comes back."
          linkLabel="Link to clause 1"
          labels={labels}
        />
        <PolicyClause
          id="specimen-clause-2"
          number={2}
          isNested
          kicker={
            <>
              Exception to <a href="#specimen-clause-1">clause 1</a>
            </>
          }
          outcome="Somebody else decides: whoever sold it."
          evidence={[]}
          details={[]}
          choices={[
            { is: 'in the App Store', value: 'the App Store' },
            { is: 'anything else', value: 'the seller' },
          ]}
          basis="BGB, §312k"
          linkLabel="Link to clause 2"
          labels={labels}
        />
      </div>
    </Specimen>
    <Specimen name="Clause in two versions">
      <ClauseChange
        title="The whole charge is refunded."
        kicker="clause 1 · Contacts with support: at least 1"
        word="changed"
        tone="ask"
        labels={{ before: 'Version 1, from 1 January 2024', after: 'Version 2, from 1 December 2026' }}
        lines={[
          {
            before: [{ text: 'Asked for within ' }, { text: '60', changed: true }, { text: ' days' }],
            after: [{ text: 'Asked for within ' }, { text: '30', changed: true }, { text: ' days' }],
          },
          { before: null, after: [{ text: 'The money arrives within 21 days.', changed: true }] },
        ]}
        link={{ href: '#specimen-clause-1', label: 'Read the whole clause' }}
      />
    </Specimen>
  </>
);
