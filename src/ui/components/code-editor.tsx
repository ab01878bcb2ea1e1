import { controlAttributes, type FieldProps, LabelledField } from './field.tsx';

interface CodeEditorProps extends FieldProps {
  readonly value: string;
  /** Lines with something to say, counted from 1: they are marked beside the text. */
  readonly marked?: ReadonlySet<number> | undefined;
  readonly readonly?: boolean | undefined;
}

/** Where a line of the editor can be linked to. */
export const lineHref = (line: number): string => `#line-${line}`;

/** Empty lines to go on writing on. */
const SPARE_LINES = 2;

/**
 * A text with numbered lines. It is as tall as its text, so the numbers need no script to stay beside their lines, and
 * Tab leaves it as it leaves every field.
 */
export const CodeEditor = (props: CodeEditorProps) => {
  const lines = props.value.split('\n').length;
  return (
    <LabelledField field={props}>
      <div class="code-editor">
        <ol class="code-lines" aria-hidden="true">
          {Array.from({ length: lines }, (_, i) => (
            <li id={`line-${i + 1}`} class={props.marked?.has(i + 1) ? 'code-marked' : undefined}>
              {i + 1}
            </li>
          ))}
        </ol>
        <textarea
          class="code-text"
          rows={lines + SPARE_LINES}
          wrap="off"
          spellcheck={false}
          autocomplete="off"
          autocapitalize="off"
          readonly={props.readonly}
          {...controlAttributes(props)}
        >
          {`\n${props.value}`}
        </textarea>
      </div>
    </LabelledField>
  );
};
