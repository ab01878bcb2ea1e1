import type { Site } from '#domains/brands/index.ts';
import { LinkButton } from '#ui/components/button.tsx';
import { HelpfulQuestion, HelpfulThanks } from '#ui/components/helpful-question.tsx';
import { Cluster } from '#ui/components/page.tsx';
import type { HelpCentre, Listed } from '../help-centre.ts';
import { FEEDBACK_REASONS } from '../reader-reports.ts';

/** Not asked yet, or what the reader just answered. */
export type FeedbackState = 'open' | 'yes' | 'no';

interface FeedbackProps {
  readonly site: Site;
  readonly centre: HelpCentre;
  readonly listed: Listed;
  readonly state: FeedbackState;
}

/** “Was this helpful?”, and after “no” the way on: nobody is left at the end of a page that did not help. */
export const FeedbackBlock = ({ site, centre, listed, state }: FeedbackProps) => {
  const { t } = site.reader;
  const about = `${listed.article.shelf}/${listed.article.slug}`;
  if (state === 'yes') return <HelpfulThanks title={t('helpful.thanksYes')} />;
  if (state === 'no') {
    return (
      <HelpfulThanks title={t('helpful.thanksNo')}>
        <p>{t('helpful.next')}</p>
        <Cluster>
          <LinkButton href={`${site.urls.contact}?about=${about}`} icon="chat">
            {t('next.contact')}
          </LinkButton>
          <LinkButton href={site.urls.search(listed.title)} variant="plain" icon="search">
            {t('next.search')}
          </LinkButton>
        </Cluster>
      </HelpfulThanks>
    );
  }
  return (
    <HelpfulQuestion
      action={`${centre.url(listed, site.urls)}/feedback`}
      labels={{
        question: t('helpful.question'),
        yes: t('helpful.yes'),
        needsWork: t('helpful.needsWork'),
        reason: t('helpful.reason'),
        comment: t('helpful.comment'),
        optional: t('form.optional'),
        send: t('form.send'),
      }}
      reasons={FEEDBACK_REASONS.map((value) => ({ value, label: t(`helpful.reason.${value}`) }))}
    />
  );
};
