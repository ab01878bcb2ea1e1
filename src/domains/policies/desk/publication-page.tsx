import type { Desk } from '#domains/people/index.ts';
import type { IsoDate } from '#lib/time.ts';
import type { PolicyDocument } from '#policy/index.ts';
import { Button, LinkButton } from '#ui/components/button.tsx';
import { Checkbox } from '#ui/components/choice-field.tsx';
import { type DiffLine, DiffView } from '#ui/components/diff-view.tsx';
import { ErrorSummary, Form, FormActions } from '#ui/components/form.tsx';
import { Notice } from '#ui/components/notice.tsx';
import { Section } from '#ui/components/page.tsx';
import { ClauseChange } from '#ui/components/policy-clause.tsx';
import { StatusSign } from '#ui/components/status.tsx';
import { DateField } from '#ui/components/text-field.tsx';
import type { DraftCheck } from '../drafts/check-draft.ts';
import type { DraftState } from '../drafts/draft.ts';
import type { Obstacle } from '../drafts/publish-draft.ts';
import type { PolicyChanges } from '../policy-changes.ts';
import { CheckReport } from './check-report.tsx';
import { DraftFrame } from './draft-frame.tsx';
import type { DependentText } from './draft-place.ts';

export interface PublicationPageProps extends DraftState {
  readonly desk: Desk;
  readonly here: string;
  readonly check: DraftCheck;
  /** True when a replay of this very text was finished. */
  readonly replayed: boolean;
  /** What changes from the version in force, as readers of the policy page read it. */
  readonly changes: (PolicyChanges & { readonly before: PolicyDocument; readonly after: PolicyDocument }) | null;
  /** The same as text; empty for a new document. */
  readonly lines: readonly DiffLine[];
  readonly dependents: readonly DependentText[];
  readonly from: string;
  readonly earliest: IsoDate;
  readonly mayPublish: boolean;
  /** What stood in the way of publishing just now. */
  readonly obstacles: readonly Obstacle[];
  readonly problems: readonly string[];
  readonly overtaken: boolean;
}

const Obstacles = ({ desk, obstacles, problems, overtaken }: PublicationPageProps) => {
  const { t } = desk.reader;
  if (overtaken)
    return (
      <Notice tone="no" title={t('editor.overtakenTitle')} role="alert">
        {t('workbench.readAgain')}
      </Notice>
    );
  if (obstacles.length === 0) return null;
  return (
    <>
      <ErrorSummary
        title={t('workbench.notPublished')}
        faults={obstacles.map((obstacle) => ({
          href: obstacle === 'date' ? '#field-from' : obstacle === 'replay' ? '#field-withoutReplay' : '#checks',
          message: t(`workbench.obstacle.${obstacle}`),
        }))}
      />
      {problems.length === 0 ? null : (
        <ul class="found-list" lang="en">
          {problems.map((problem) => (
            <li class="found-no">{problem}</li>
          ))}
        </ul>
      )}
    </>
  );
};

const Checks = (page: PublicationPageProps) => {
  const { desk, here, replayed } = page;
  const { t } = desk.reader;
  return (
    <Section title={t('workbench.checks')} id="checks">
      <div class="found">
        <CheckReport desk={desk} check={page.check} />
        <section>
          <h3>
            <StatusSign
              state={replayed ? 'yes' : 'ask'}
              word={t(replayed ? 'workbench.replayed' : 'workbench.notReplayed')}
            />
          </h3>
          {replayed ? null : (
            <p>
              <a href={`${here}/replays`}>{t('workbench.replay')}</a>
            </p>
          )}
        </section>
      </div>
    </Section>
  );
};

const TONES = { added: 'yes', removed: 'no', changed: 'ask' } as const;

const PlainChanges = ({ desk, changes }: PublicationPageProps) => {
  const { t, date } = desk.reader;
  if (changes === null) return null;
  const since = ({ version, effective }: PolicyDocument): string =>
    t('policy.versionSince', { number: version, date: date(effective.from) });
  const labels = { before: since(changes.before), after: since(changes.after) };
  return (
    <Section title={t('workbench.plainChanges')} id="changes">
      {changes.clauses.length + changes.appeal.length === 0 ? <p class="soft">{t('policy.noChanges')}</p> : null}
      {changes.clauses.map(({ kind, number, title, context, lines }) => (
        <ClauseChange
          title={title}
          kicker={[t('policy.clause', { number }), ...context].join(' · ')}
          word={t(`policy.change.${kind}`)}
          tone={TONES[kind]}
          labels={labels}
          lines={lines}
        />
      ))}
      {changes.appeal.length === 0 ? null : (
        <ClauseChange
          title={t('policy.appeal')}
          word={t('policy.change.changed')}
          tone="ask"
          labels={labels}
          lines={changes.appeal}
        />
      )}
      <p class="soft">{t('policy.unchanged', { count: changes.same })}</p>
    </Section>
  );
};

const Changes = ({ desk, lines, dependents }: PublicationPageProps) => {
  const { t } = desk.reader;
  return (
    <>
      <Section title={t('workbench.changes')} id="text">
        {lines.length === 0 ? (
          <p class="soft">{t('workbench.noChanges')}</p>
        ) : (
          <DiffView
            lines={lines}
            labels={{ title: t('workbench.changes'), added: t('history.added'), removed: t('history.removed') }}
          />
        )}
      </Section>
      <Section title={t('workbench.dependents')} id="dependents">
        {dependents.length === 0 ? (
          <p class="soft">{t('workbench.noDependents')}</p>
        ) : (
          <>
            <p>{t('workbench.dependentsText', { count: dependents.length })}</p>
            <ul class="found-list">
              {dependents.map(({ href, title, changes }) => (
                <li class="found-ask">
                  <a href={href}>{title}</a>
                  {changes.map(({ before, after }) => (
                    <span class="small soft">{t('workbench.quotes', { before, after })}</span>
                  ))}
                </li>
              ))}
            </ul>
          </>
        )}
      </Section>
    </>
  );
};

const PublishForm = ({ desk, here, text, from, earliest, replayed, obstacles }: PublicationPageProps) => {
  const { t } = desk.reader;
  return (
    <Section title={t('workbench.publish')} id="publish">
      <Form action={`${here}/publication`} hidden={{ number: String(text.number) }}>
        <DateField
          name="from"
          label={t('workbench.effectiveFrom')}
          help={t('workbench.effectiveHelp')}
          value={from}
          min={earliest}
          error={obstacles.includes('date') ? t('workbench.obstacle.date') : undefined}
        />
        {replayed ? null : <Checkbox name="withoutReplay" label={t('workbench.withoutReplay')} />}
        <FormActions>
          <Button>{t('workbench.publishButton')}</Button>
          <LinkButton href={here} variant="quiet">
            {t('workbench.text')}
          </LinkButton>
        </FormActions>
      </Form>
    </Section>
  );
};

/** Everything somebody should have seen before a text decides about money, and the button below it. */
export const PublicationPage = (page: PublicationPageProps) => {
  const { desk, here, draft, text, mayPublish } = page;
  const { t } = desk.reader;
  return (
    <DraftFrame desk={desk} here={here} view="/publication" draft={draft} text={text}>
      <Obstacles {...page} />
      <Checks {...page} />
      <PlainChanges {...page} />
      <Changes {...page} />
      {draft.closedAt !== null ? null : mayPublish ? (
        <PublishForm {...page} />
      ) : (
        <Notice>{t('workbench.adminPublishes')}</Notice>
      )}
    </DraftFrame>
  );
};
