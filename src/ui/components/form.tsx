import { Heading } from './heading.tsx';
import { type Content, classNames, type DataAttributes } from './markup.ts';

interface FormProps {
  readonly action: string;
  readonly method?: 'get' | 'post' | undefined;
  /** Needed as soon as the form has a file field. */
  readonly multipart?: boolean | undefined;
  /** Names and values sent along (return address, forgery token). */
  readonly hidden?: Readonly<Record<string, string>> | undefined;
  readonly id?: string | undefined;
  readonly label?: string | undefined;
  readonly inline?: boolean | undefined;
  readonly data?: DataAttributes | undefined;
  readonly children?: Content;
}

/** Values that travel with a form unseen. */
export const HiddenFields = ({ values }: { readonly values?: Readonly<Record<string, string>> | undefined }) => (
  <>
    {Object.entries(values ?? {}).map(([name, value]) => (
      <input type="hidden" name={name} value={value} />
    ))}
  </>
);

/**
 * A form with our spacing. Browser messages are off (`novalidate`): the server answers with an ErrorSummary and errors at
 * the fields, in the reader's language.
 */
export const Form = ({ method = 'post', multipart, hidden, inline, label, data, children, ...rest }: FormProps) => (
  <form
    class={inline ? 'form-inline' : 'form'}
    method={method}
    enctype={multipart ? 'multipart/form-data' : undefined}
    aria-label={label}
    novalidate
    {...rest}
    {...data}
  >
    <HiddenFields values={hidden} />
    {children}
  </form>
);

/** Fields that may stand side by side where there is room. */
export const FormRow = ({ children }: { readonly children?: Content }) => <div class="form-row">{children}</div>;

/** Buttons of a form, the main one first; `end` marks those after a comma of space. */
export const FormActions = ({ children, class: extra }: { readonly children?: Content; readonly class?: string }) => (
  <div class={classNames('form-actions', extra)}>{children}</div>
);

/** One thing to put right; `href` is `#` + fieldId({ name }). */
export interface FormFault {
  readonly href: string;
  readonly message: string;
}

/** All that has to be put right, above the form; it takes the focus when the page opens. */
export const ErrorSummary = ({ title, faults }: { readonly title: string; readonly faults: readonly FormFault[] }) => (
  <div class="error-summary" role="alert" tabindex={-1} autofocus aria-labelledby="error-summary-title">
    <Heading level={2} id="error-summary-title">
      {title}
    </Heading>
    <ul>
      {faults.map((fault) => (
        <li>
          <a href={fault.href}>{fault.message}</a>
        </li>
      ))}
    </ul>
  </div>
);
