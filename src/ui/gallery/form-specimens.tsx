import { Button, LinkButton } from '#ui/components/button.tsx';
import { Checkbox, CheckboxGroup, RadioGroup, SelectField } from '#ui/components/choice-field.tsx';
import { ErrorSummary, Form, FormActions, FormRow } from '#ui/components/form.tsx';
import { SearchField } from '#ui/components/search-field.tsx';
import { DateField, FileField, TextArea, TextField } from '#ui/components/text-field.tsx';
import { Specimen } from './specimen.tsx';

const Searching = () => (
  <Specimen name="Search field">
    <SearchField
      size="hero"
      id="specimen-search"
      action="#search"
      label="Search help"
      button="Search"
      placeholder="A problem, an error code, or what you want to do"
      data={{ 'data-island': 'specimen' }}
      examples={{
        label: 'For example',
        items: [
          { href: '#1', label: 'NW-2-5' },
          { href: '#2', label: 'charged twice' },
        ],
      }}
    />
    <SearchField
      id="specimen-search-bar"
      action="#search"
      label="Search articles"
      button="Search"
      value="buffering on samsung tv"
    />
  </Specimen>
);

const Written = () => (
  <>
    <FormRow>
      <TextField name="name" label="Name" value="Mei Lin" autocomplete="name" />
      <TextField
        name="email"
        type="email"
        label="E-mail address"
        help="The receipt goes there at once."
        error="Write an address such as name@example.com."
        value="mei.lin@"
        autocomplete="email"
      />
    </FormRow>
    <FormRow>
      <TextField name="licence" label="Licence key" look="code" optional="optional" placeholder="XXXXX-XXXXX-XXXXX" />
      <DateField name="day" label="Day of the charge" value="2026-03-03" max="2026-03-09" />
    </FormRow>
    <TextArea name="why" label="Why are you asking?" help="A few words are enough." rows={3} value="It still stops." />
    <FileField name="proof" label="Receipt or screenshot" help="PDF, PNG or JPEG, up to 10 MB each." multiple />
  </>
);

const Chosen = () => (
  <>
    <SelectField
      name="device"
      label="Device"
      emptyLabel="Choose a device"
      value="tizen"
      options={[
        { value: 'tizen', label: 'Samsung TV', group: 'Televisions' },
        { value: 'webos', label: 'LG TV', group: 'Televisions' },
        { value: 'ios', label: 'iPhone or iPad', group: 'Phones and tablets' },
      ]}
    />
    <RadioGroup
      name="worked"
      label="Did that put it right?"
      value="unknown"
      error="Choose an answer."
      options={[
        { value: 'yes', label: 'Yes, it plays' },
        { value: 'no', label: 'No, it still stops' },
        { value: 'unknown', label: 'I don’t know', help: 'We go on with the next step.' },
      ]}
    />
    <CheckboxGroup
      name="notices"
      label="Tell me about"
      values={['renewal']}
      options={[
        { value: 'renewal', label: 'Renewals' },
        { value: 'incident', label: 'Faults in my region' },
      ]}
    />
    <Checkbox name="trail" label="Show what I already tried to the person who helps me" checked />
  </>
);

/** Forms, with every state of a field. */
export const FormSpecimens = () => (
  <>
    <Searching />
    <Specimen name="Form">
      <ErrorSummary
        title="Two answers need another look"
        faults={[
          { href: '#field-email', message: 'Write an address such as name@example.com.' },
          { href: '#field-worked', message: 'Choose whether that put it right.' },
        ]}
      />
      <Form action="#form" label="Specimen">
        <Written />
        <Chosen />
        <FormActions>
          <Button>Add the reason and send</Button>
          <LinkButton href="#form" variant="plain">
            Back
          </LinkButton>
        </FormActions>
      </Form>
    </Specimen>
  </>
);
