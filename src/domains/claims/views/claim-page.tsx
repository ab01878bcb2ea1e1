import { SitePage } from '#domains/brands/index.ts';
import { DecisionView } from '#domains/policies/index.ts';
import { capitalised, labelsFor } from '#policy/index.ts';
import { AnswerList } from '#ui/components/answer-list.tsx';
import { Flash } from '#ui/components/notice.tsx';
import { Page, WithAside } from '#ui/components/page.tsx';
import { TaskList } from '#ui/components/task-list.tsx';
import { openFacts, outcomeOf } from '../outcome.ts';
import type { ClaimPageProps } from './claim-page-props.ts';
import { KeepSection } from './keep-section.tsx';
import { LawNotice } from './law-notice.tsx';
import { tasksOf } from './tasks.tsx';

/** What the customer did not know and what still decides, each leading back to its question. */
function openQuestions({ file, rows, site }: ClaimPageProps) {
  const { t, locale } = site.reader;
  const labels = labelsFor(locale, file.policies);
  return openFacts(file).map((path) => {
    const row = rows.find((each) => each.path === path);
    const fact = capitalised(labels.fact(path), locale);
    return row ? <a href={row.href}>{t('claim.openFact', { fact })}</a> : t('claim.openFact', { fact });
  });
}

const Sheet = (props: ClaimPageProps) => {
  const { site, file } = props;
  const { t } = site.reader;
  const company = site.brand.name;
  const sent = file.ticks.find(({ what }) => what === 'step:sent');
  const requestedAt = sent?.at ?? file.now;
  const date = site.reader.date(requestedAt.toZonedDateTimeISO(file.zone).toPlainDate().toString());
  const { headline, how } = outcomeOf(file, site.reader);
  return (
    <DecisionView
      explained={file}
      policies={file.policies}
      reader={site.reader}
      zone={file.zone}
      requestedAt={requestedAt}
      asTitle
      kicker={t(sent ? 'claim.kickerSent' : 'claim.kickerToday', { company, date })}
      outcome={headline}
      how={how.map((line) => <p>{line}</p>)}
      changes={openQuestions(props)}
      foot={t('claim.foot', { company })}
      hrefOf={(document, rule) => `${site.urls.home}policy#${document}${rule === undefined ? '' : `.${rule}`}`}
    />
  );
};

/** What a claim comes to, why, and everything to do about it. */
export const ClaimPage = (props: ClaimPageProps) => {
  const { site, href, file, rows, flash } = props;
  const { t } = site.reader;
  return (
    <SitePage site={site} title={outcomeOf(file, site.reader).headline} noindex scripts={[site.assets.claimIsland]}>
      <Page>
        {flash === undefined ? null : <Flash>{flash}</Flash>}
        <WithAside
          asideLabel={t('question.soFar')}
          main={
            <>
              <Sheet {...props} />
              <LawNotice {...props} />
              <TaskList done={t('claim.done')} tasks={tasksOf(site, href, file)} />
              <KeepSection {...props} />
            </>
          }
          aside={
            <>
              <AnswerList title={t('claim.answers')} change={t('question.change')} items={rows} />
              <p class="small soft">{t('claim.secretNote')}</p>
            </>
          }
        />
      </Page>
    </SitePage>
  );
};
