import { controlAttributes, type FieldProps, LabelledField } from './field.tsx';
import { classNames, type DataAttributes } from './markup.ts';

interface WrittenProps extends FieldProps {
  readonly value?: string | undefined;
  readonly placeholder?: string | undefined;
  readonly maxlength?: number | undefined;
  readonly autocomplete?: string | undefined;
  readonly spellcheck?: boolean | undefined;
  /** Language and direction of what is typed, when they differ from the page's. */
  readonly lang?: string | undefined;
  readonly dir?: 'ltr' | 'rtl' | 'auto' | undefined;
  /** code: fixed-width figures (licence keys, references). */
  readonly look?: 'short' | 'code' | undefined;
  readonly data?: DataAttributes | undefined;
}

interface TextFieldProps extends WrittenProps {
  readonly type?: 'text' | 'email' | 'tel' | 'url' | 'password' | 'number' | 'datetime-local' | 'time' | undefined;
  readonly inputmode?: 'text' | 'numeric' | 'decimal' | 'tel' | 'email' | 'url' | undefined;
  readonly pattern?: string | undefined;
  readonly min?: string | undefined;
  readonly max?: string | undefined;
  readonly step?: string | undefined;
}

const written = (props: WrittenProps) => ({
  ...controlAttributes(props),
  class: classNames('input', props.look && `input-${props.look}`),
  required: props.required,
  placeholder: props.placeholder,
  maxlength: props.maxlength,
  autocomplete: props.autocomplete,
  spellcheck: props.spellcheck,
  lang: props.lang,
  dir: props.dir,
  ...props.data,
});

/** One line of text. What was typed comes back as `value`, errors or not (except passwords: leave it out). */
export const TextField = (props: TextFieldProps) => (
  <LabelledField field={props}>
    <input
      type={props.type ?? 'text'}
      value={props.value}
      inputmode={props.inputmode}
      pattern={props.pattern}
      min={props.min}
      max={props.max}
      step={props.step}
      {...written(props)}
    />
  </LabelledField>
);

/** A day, ISO 8601 (`2026-03-12`) in and out; the browser shows it as its reader writes dates. */
export const DateField = (props: FieldProps & Pick<TextFieldProps, 'value' | 'min' | 'max' | 'autocomplete'>) => (
  <LabelledField field={props}>
    <input type="date" value={props.value} min={props.min} max={props.max} {...written({ ...props, look: 'short' })} />
  </LabelledField>
);

/** Several lines of text. */
export const TextArea = (props: WrittenProps & { readonly rows?: number | undefined }) => (
  <LabelledField field={props}>
    <textarea rows={props.rows ?? 4} {...written(props)}>
      {props.value ?? ''}
    </textarea>
  </LabelledField>
);

interface FileFieldProps extends FieldProps {
  /** Media types or extensions, as the accept attribute takes them. Say them, and the largest size, in `help`. */
  readonly accept?: string | undefined;
  readonly multiple?: boolean | undefined;
}

/** A file from the reader's device; the form must be multipart. */
export const FileField = (props: FileFieldProps) => (
  <LabelledField field={props}>
    <input
      type="file"
      class="input"
      accept={props.accept}
      multiple={props.multiple}
      required={props.required}
      {...controlAttributes(props)}
    />
  </LabelledField>
);
