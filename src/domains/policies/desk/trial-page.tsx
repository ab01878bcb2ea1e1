import { Temporal } from '#lib/time.ts';
import { sentencesFor } from '#policy/index.ts';
import { ErrorSummary } from '#ui/components/form.tsx';
import { Notice } from '#ui/components/notice.tsx';
import { Section } from '#ui/components/page.tsx';
import { DecisionView } from '../views/decision-sheet.tsx';
import { DraftFrame } from './draft-frame.tsx';
import { Chooser, FactsForm, KeepForm } from './trial-forms.tsx';
import type { Side, SideOrProblems, TrialPageProps } from './trial-props.ts';

const zoneOf = ({ facts: { contract } }: Side): string =>
  typeof contract === 'object' && contract !== null && 'zone' in contract ? String(contract.zone) : 'UTC';

const SideView = ({
  page: { desk, here, own, laws },
  side,
  title,
}: {
  readonly page: TrialPageProps;
  readonly side: SideOrProblems;
  readonly title: string;
}) => {
  const { t, locale } = desk.reader;
  if (side === null) return null;
  if ('problems' in side)
    return (
      <section>
        <h2>{title}</h2>
        <Notice tone="no" title={t('workbench.factsWrong')}>
          <ul lang="en">
            {side.problems.slice(0, 10).map((problem) => (
              <li>{problem}</li>
            ))}
          </ul>
        </Notice>
      </section>
    );
  const zone = zoneOf(side);
  const hrefOf = (document: string): string => {
    const known = [...own, ...laws].find((version) => version.document.id === document);
    return known ? `${desk.base}/policies/versions/${known.hash}` : here;
  };
  return (
    <section>
      <DecisionView
        explained={side.explained}
        policies={side.policies}
        reader={desk.reader}
        zone={zone}
        kicker={title}
        outcome={sentencesFor(side.explained, locale, zone, side.policies).headline}
        requestedAt={Temporal.Instant.from(side.explained.decision.asOf)}
        hrefOf={hrefOf}
      />
    </section>
  );
};

const isSide = (side: SideOrProblems): side is Side => side !== null && 'explained' in side;

/** One case under what holds and under the draft, side by side, clause by clause. */
export const TrialPage = (page: TrialPageProps) => {
  const { desk, here, draft, text, problems, before, after, request, mayEdit } = page;
  const { t, number } = desk.reader;
  return (
    <DraftFrame desk={desk} here={here} view="/trial" draft={draft} text={text}>
      {problems.length > 0 ? (
        <ErrorSummary
          title={t('form.errors')}
          faults={problems.map((message) => ({ href: '#field-facts', message }))}
        />
      ) : null}
      {page.keeping ? (
        <ErrorSummary title={t('form.errors')} faults={[{ href: '#field-name', message: page.keeping.problem }]} />
      ) : null}
      <Chooser {...page} />
      {request === null ? null : <p class="soft">{t('workbench.requestNumber', { number: number(request) })}</p>}
      {before === null && problems.length === 0 ? (
        <Notice tone="no" title={t('workbench.unreadable')}>
          <a href={here}>{t('workbench.text')}</a>
        </Notice>
      ) : (
        <div class="sheets">
          <SideView page={page} side={before} title={t('workbench.inForce')} />
          <SideView page={page} side={after} title={t('workbench.withDraft')} />
        </div>
      )}
      <Section title={t('workbench.changeCase')} id="change">
        <FactsForm {...page} />
      </Section>
      {mayEdit && isSide(before) && isSide(after) ? <KeepForm page={page} before={before} after={after} /> : null}
    </DraftFrame>
  );
};
