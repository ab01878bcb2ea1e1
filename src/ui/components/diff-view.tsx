/** A stretch of a changed line. */
export interface DiffWord {
  readonly text: string;
  readonly changed?: boolean | undefined;
}

/** A line of a comparison; a gap stands for unchanged lines left out and says so. */
export interface DiffLine {
  readonly kind: 'same' | 'added' | 'removed' | 'gap';
  readonly words: readonly DiffWord[];
}

export interface DiffLabels {
  /** "Changes from revision 3 to 4" */
  readonly title: string;
  /** "Added" */
  readonly added: string;
  /** "Removed" */
  readonly removed: string;
}

const signs: Readonly<Record<DiffLine['kind'], string>> = { same: ' ', added: '+', removed: '−', gap: '⋯' };

const Word = ({ kind, word }: { readonly kind: DiffLine['kind']; readonly word: DiffWord }) => {
  if (word.changed && kind === 'added') return <ins>{word.text}</ins>;
  if (word.changed && kind === 'removed') return <del>{word.text}</del>;
  return <>{word.text}</>;
};

/** Two revisions compared line by line, changed words marked; the signs are read out as words. */
export const DiffView = ({ lines, labels }: { readonly lines: readonly DiffLine[]; readonly labels: DiffLabels }) => (
  <section class="diff" aria-label={labels.title}>
    <ol>
      {lines.map((line) => (
        <li class={`diff-${line.kind}`}>
          <span class="diff-sign">
            <span aria-hidden="true">{signs[line.kind]}</span>
            {line.kind === 'added' || line.kind === 'removed' ? (
              <span class="visually-hidden">{labels[line.kind]}: </span>
            ) : null}
          </span>
          <span>
            {line.words.map((word) => (
              <Word kind={line.kind} word={word} />
            ))}
          </span>
        </li>
      ))}
    </ol>
  </section>
);
