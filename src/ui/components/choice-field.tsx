import { controlAttributes, FieldNotes, type FieldProps, fieldId, GroupedField, LabelledField } from './field.tsx';
import { classNames } from './markup.ts';

/** One answer among several. */
export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly help?: string | undefined;
  /** Heading under which a select shows it. */
  readonly group?: string | undefined;
}

interface SelectFieldProps extends FieldProps {
  readonly options: readonly Choice[];
  readonly value?: string | undefined;
  /** The first, empty option ("Choose a device"); left out when something is always chosen. */
  readonly emptyLabel?: string | undefined;
  readonly autocomplete?: string | undefined;
}

const Option = ({ option, value }: { readonly option: Choice; readonly value: string | undefined }) => (
  <option value={option.value} selected={option.value === value}>
    {option.label}
  </option>
);

/** One of many, from the browser's own list; options with a group appear under it, in the order given. */
export const SelectField = (props: SelectFieldProps) => {
  const groups = Map.groupBy(props.options, (option) => option.group);
  return (
    <LabelledField field={props}>
      <select class="input" required={props.required} autocomplete={props.autocomplete} {...controlAttributes(props)}>
        {props.emptyLabel === undefined ? null : <option value="">{props.emptyLabel}</option>}
        {[...groups].map(([group, options]) => {
          const list = options.map((option) => <Option option={option} value={props.value} />);
          return group === undefined ? list : <optgroup label={group}>{list}</optgroup>;
        })}
      </select>
    </LabelledField>
  );
};

interface ChoiceRowProps {
  readonly type: 'radio' | 'checkbox';
  readonly name: string;
  readonly id: string;
  readonly choice: Choice;
  readonly checked: boolean;
  readonly required?: boolean | undefined;
}

const ChoiceRow = ({ type, name, id, choice, checked, required }: ChoiceRowProps) => (
  <label class="choice" for={id}>
    <input
      type={type}
      id={id}
      name={name}
      value={choice.value}
      checked={checked}
      required={required}
      aria-describedby={choice.help ? `${id}-help` : undefined}
    />
    <span>{choice.label}</span>
    {choice.help ? (
      <span class="field-help" id={`${id}-help`}>
        {choice.help}
      </span>
    ) : null}
  </label>
);

/** One of a few, all visible. "I don't know" is just another option. */
export const RadioGroup = (
  props: FieldProps & { readonly options: readonly Choice[]; readonly value?: string | undefined },
) => (
  <GroupedField field={props}>
    <div class="choices">
      {props.options.map((choice, index) => (
        <ChoiceRow
          type="radio"
          name={props.name}
          id={`${fieldId(props)}-${index + 1}`}
          choice={choice}
          checked={choice.value === props.value}
          required={props.required}
        />
      ))}
    </div>
  </GroupedField>
);

/** Any of a few. */
export const CheckboxGroup = (
  props: FieldProps & { readonly options: readonly Choice[]; readonly values?: readonly string[] | undefined },
) => (
  <GroupedField field={props}>
    <div class="choices">
      {props.options.map((choice, index) => (
        <ChoiceRow
          type="checkbox"
          name={props.name}
          id={`${fieldId(props)}-${index + 1}`}
          choice={choice}
          checked={props.values?.includes(choice.value) ?? false}
        />
      ))}
    </div>
  </GroupedField>
);

interface CheckboxProps extends FieldProps {
  readonly value?: string | undefined;
  readonly checked?: boolean | undefined;
}

/** A single yes; `value` is what the form sends when ticked ("yes" unless told). */
export const Checkbox = (props: CheckboxProps) => (
  <div class="field">
    <FieldNotes {...props} />
    <label class={classNames('choice', 'choice-bare')} for={fieldId(props)}>
      <input
        type="checkbox"
        value={props.value ?? 'yes'}
        checked={props.checked}
        required={props.required}
        {...controlAttributes(props)}
      />
      <span>{props.label}</span>
    </label>
  </div>
);
