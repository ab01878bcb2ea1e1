import type { Block, CheckItem, Paper, Row, Table } from '#platform/pdf/index.ts';

const Lines = ({ text }: { readonly text: string }) => (
  <>
    {text.split('\n').map((line, i) => (
      <>
        {i > 0 ? <br /> : null}
        {line}
      </>
    ))}
  </>
);

const Title = ({
  level,
  text,
  isFirst,
}: {
  readonly level: 1 | 2 | 3;
  readonly text: string;
  readonly isFirst: boolean;
}) => {
  if (isFirst) return <h1>{text}</h1>;
  return level === 3 ? <h3>{text}</h3> : <h2>{text}</h2>;
};

const Checks = ({ items }: { readonly items: readonly CheckItem[] }) => (
  <ul class="paper-checks">
    {items.map(({ text, notes, done }) => (
      <li class={done ? 'paper-done' : undefined}>
        <b>{text}</b>
        {notes.map((note) => (
          <span>{note}</span>
        ))}
      </li>
    ))}
  </ul>
);

const Facts = ({ rows, look }: { readonly rows: readonly Row[]; readonly look: string }) => (
  <dl class={look}>
    {rows.map(({ label, value }) => (
      <div>
        <dt>{label}</dt>
        <dd>
          <Lines text={value} />
        </dd>
      </div>
    ))}
  </dl>
);

const TableView = ({ head, rows }: Table) => (
  <div class="paper-table">
    <table>
      <thead>
        <tr>
          {head.map((name) => (
            <th scope="col">{name}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr>
            {row.map((cell) => (
              <td>
                <Lines text={cell} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);

const Piece = ({ block, isFirst }: { readonly block: Block; readonly isFirst: boolean }) => {
  switch (block.kind) {
    case 'heading':
      return <Title level={block.level} text={block.text} isFirst={isFirst} />;
    case 'text':
      return (
        <p class={block.look ? `paper-${block.look}` : undefined}>
          <Lines text={block.text} />
        </p>
      );
    case 'list':
      return (
        <ul>
          {block.items.map((item) => (
            <li>{item}</li>
          ))}
        </ul>
      );
    case 'checks':
      return <Checks items={block.items} />;
    case 'facts':
      return <Facts rows={block.rows} look="paper-facts" />;
    case 'blanks':
      return <Facts rows={block.rows} look="paper-blanks" />;
    case 'table':
      return <TableView {...block} />;
    case 'place':
      return (
        <div class="paper-place">
          <b>{block.title}</b>
          {block.notes.map((note) => (
            <span>{note}</span>
          ))}
        </div>
      );
    case 'signatures':
      return (
        <div class="paper-signatures">
          {block.labels.map((label) => (
            <span>{label}</span>
          ))}
        </div>
      );
  }
};

/** A paper as a page of HTML: the blocks of its PDF, one sheet below the other; printed, each begins a page. */
export const PaperView = ({ paper }: { readonly paper: Paper }) => (
  <div class="paper">
    {paper.sheets.map(({ locale, blocks }, number) => (
      <section class="paper-sheet" lang={locale}>
        {blocks.map((block, i) => (
          <Piece block={block} isFirst={number === 0 && i === blocks.findIndex(({ kind }) => kind === 'heading')} />
        ))}
      </section>
    ))}
  </div>
);
