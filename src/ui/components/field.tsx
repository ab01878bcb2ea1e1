import { Icon } from './icons.tsx';
import type { Content } from './markup.ts';

/** What every field has. Words are plain text; `optional` is the word itself ("optional"), shown beside the label. */
export interface FieldProps {
  readonly name: string;
  readonly label: string;
  readonly help?: string | undefined;
  readonly error?: string | undefined;
  readonly required?: boolean | undefined;
  readonly optional?: string | undefined;
  /** The page asks nothing else: the label is its title. */
  readonly asTitle?: boolean | undefined;
  /** Defaults to the name; give one when two forms on a page share a name. */
  readonly id?: string | undefined;
}

/** The id of a field's control: what an error summary links to. */
export const fieldId = ({ id, name }: Pick<FieldProps, 'id' | 'name'>): string => `field-${id ?? name}`;

const helpId = (props: FieldProps): string => `${fieldId(props)}-help`;
const errorId = (props: FieldProps): string => `${fieldId(props)}-error`;

/** The attributes that tie a control to its help and error. */
export const controlAttributes = (props: FieldProps) => ({
  id: fieldId(props),
  name: props.name,
  'aria-describedby':
    [props.error && errorId(props), props.help && helpId(props)].filter(Boolean).join(' ') || undefined,
  'aria-invalid': props.error ? ('true' as const) : undefined,
});

/** The error of a field, with its sign. */
export const FieldError = ({ id, children }: { readonly id?: string | undefined; readonly children?: Content }) => (
  <p class="field-error" id={id}>
    <Icon name="warning" size="small" />
    <span>{children}</span>
  </p>
);

/** Help and error, below the label and above the control, where a screen keyboard cannot cover them. */
export const FieldNotes = (props: FieldProps) => (
  <>
    {props.help ? (
      <p class="field-help" id={helpId(props)}>
        {props.help}
      </p>
    ) : null}
    {props.error ? <FieldError id={errorId(props)}>{props.error}</FieldError> : null}
  </>
);

/** The word "optional" in its place. */
export const OptionalMark = ({ word }: { readonly word?: string | undefined }) =>
  word ? <span class="field-optional"> ({word})</span> : null;

const Label = ({ field }: { readonly field: FieldProps }) => (
  <label class="field-label" for={fieldId(field)}>
    {field.label}
    <OptionalMark word={field.optional} />
  </label>
);

/** One labelled control with its notes. */
export const LabelledField = ({ field, children }: { readonly field: FieldProps; readonly children?: Content }) => (
  <div class="field">
    {field.asTitle ? (
      <h1 class="field-title">
        <Label field={field} />
      </h1>
    ) : (
      <Label field={field} />
    )}
    <FieldNotes {...field} />
    {children}
  </div>
);

/** Several controls under one question. */
export const GroupedField = ({ field, children }: { readonly field: FieldProps; readonly children?: Content }) => (
  <fieldset
    class="field"
    id={fieldId(field)}
    tabindex={-1}
    aria-describedby={controlAttributes(field)['aria-describedby']}
  >
    <legend class={field.asTitle ? 'field-title' : 'field-label'}>
      {field.asTitle ? <h1>{field.label}</h1> : field.label}
      <OptionalMark word={field.optional} />
    </legend>
    <FieldNotes {...field} />
    {children}
  </fieldset>
);
