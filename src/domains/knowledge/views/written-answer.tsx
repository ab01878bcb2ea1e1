import type { Site } from '#domains/brands/index.ts';
import { LinkButton } from '#ui/components/button.tsx';
import { Notice } from '#ui/components/notice.tsx';
import type { WrittenAnswer } from '../written-answer.ts';

/** What a page shows of a written answer: the answer, that there is none, or a way to get one. */
export type Written =
  | { readonly answer: WrittenAnswer | null }
  | { readonly offer: { readonly page: string; readonly source: string } };

const Citation = ({
  site,
  answer,
  number,
}: {
  readonly site: Site;
  readonly answer: WrittenAnswer;
  readonly number: number;
}) => {
  const source = answer.sources[number - 1];
  if (!source) return null;
  const name = source.heading === '' ? source.title : `${source.title} › ${source.heading}`;
  return (
    <a href={source.url} aria-label={site.reader.t('ask.written.source', { number, title: name })}>
      [{number}]
    </a>
  );
};

/**
 * A short answer a machine wrote from the quotations, marked as such. Without scripts it is a link to the same page with
 * the answer in it; the search island fetches it instead, so that the quotations never wait for it.
 */
export const WrittenAnswerBox = ({ site, written }: { readonly site: Site; readonly written: Written }) => {
  const { t } = site.reader;
  if ('offer' in written) {
    const words = {
      'data-title': t('ask.written.title'),
      'data-note': t('ask.written.note'),
      'data-waiting': t('ask.written.waiting'),
      'data-none': t('ask.written.none'),
      'data-cite': t('ask.written.source', { number: '{number}', title: '{title}' }),
    };
    return (
      <div data-island="written" data-source={written.offer.source} {...words}>
        <LinkButton href={written.offer.page} variant="plain">
          {t('ask.written.show')}
        </LinkButton>
      </div>
    );
  }
  const { answer } = written;
  if (answer === null) return <p class="soft">{t('ask.written.none')}</p>;
  return (
    <Notice title={t('ask.written.title')}>
      {answer.paragraphs.map((parts) => (
        <p>
          {parts.map((part) =>
            'text' in part ? part.text : <Citation site={site} answer={answer} number={part.source} />,
          )}
        </p>
      ))}
      <p class="soft">{t('ask.written.note')}</p>
    </Notice>
  );
};
