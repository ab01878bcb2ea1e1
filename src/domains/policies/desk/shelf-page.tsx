import { type Desk, DeskPage } from '#domains/people/index.ts';
import { localized } from '#lib/locales.ts';
import { Button, LinkButton } from '#ui/components/button.tsx';
import { Tag, type Tone } from '#ui/components/chip.tsx';
import { RadioGroup } from '#ui/components/choice-field.tsx';
import { EmptyState } from '#ui/components/empty-state.tsx';
import { Form, FormActions } from '#ui/components/form.tsx';
import { PageHead } from '#ui/components/heading.tsx';
import { Flash, Notice } from '#ui/components/notice.tsx';
import { Cluster, Section } from '#ui/components/page.tsx';
import { Table } from '#ui/components/table.tsx';
import { TextField } from '#ui/components/text-field.tsx';
import type { PolicyDraft } from '../drafts/draft.ts';
import { STARTERS } from '../drafts/starters.ts';
import type { DatedVersion, Standing } from '../in-force.ts';

export interface ShelfPageProps {
  readonly desk: Desk;
  readonly own: readonly DatedVersion[];
  readonly laws: readonly DatedVersion[];
  readonly drafts: readonly PolicyDraft[];
  readonly names: ReadonlyMap<string, string>;
  readonly requests: number;
  readonly golden: number;
  readonly mayEdit: boolean;
  readonly done: 'closed' | 'published' | undefined;
  /** What was typed as the name of a new document, and what is wrong with it. */
  readonly naming?: { readonly value: string; readonly starter: string; readonly problem: 'nameWrong' | 'nameTaken' };
}

const TONES: Readonly<Record<Standing, Tone | undefined>> = {
  inForce: 'yes',
  future: 'ask',
  announced: undefined,
  past: undefined,
};

const titleOf = (desk: Desk, { document }: DatedVersion): string =>
  document.title ? localized(document.title, desk.reader.locale, desk.brand.defaultLocale) : document.id;

const Span = ({ desk, dated }: { readonly desk: Desk; readonly dated: DatedVersion }) => {
  const { t, date } = desk.reader;
  const from = date(dated.from.toString());
  return dated.until
    ? t('workbench.fromUntil', { from, until: date(dated.until.toString()) })
    : t('workbench.from', { from });
};

const Drafts = ({ desk, drafts, names }: ShelfPageProps) => {
  const { t, moment } = desk.reader;
  return (
    <Section title={t('workbench.drafts')} id="drafts">
      {drafts.length === 0 ? (
        <p class="soft">{t('workbench.noDrafts')}</p>
      ) : (
        <Table
          id="drafts"
          caption={t('workbench.drafts')}
          hideCaption
          columns={[{ label: t('workbench.document') }, { label: t('history.who') }, { label: t('history.when') }]}
          rows={drafts.map((draft) => [
            <a href={`${desk.base}/policies/drafts/${draft.id}`}>{draft.documentId}</a>,
            names.get(draft.createdBy) ?? t('history.system'),
            moment(draft.createdAt),
          ])}
        />
      )}
    </Section>
  );
};

const Documents = ({ desk, own, mayEdit }: ShelfPageProps) => {
  const { t } = desk.reader;
  return (
    <Section title={t('workbench.documents')} id="documents">
      {own.length === 0 ? (
        <EmptyState
          icon="document"
          level={3}
          title={t('workbench.noDocuments')}
          text={t('workbench.noDocumentsText')}
        />
      ) : (
        <Table
          id="documents"
          caption={t('workbench.documents')}
          hideCaption
          columns={[
            { label: t('workbench.document') },
            { label: t('workbench.version'), numeric: true },
            { label: t('workbench.standing') },
            { label: t('workbench.holds') },
            { label: t('history.actions'), hideLabel: true },
          ]}
          rows={own.map((dated) => [
            <a href={`${desk.base}/policies/versions/${dated.version.hash}`}>{titleOf(desk, dated)}</a>,
            String(dated.document.version),
            <Tag tone={TONES[dated.standing]}>{t(`workbench.standing.${dated.standing}`)}</Tag>,
            <Span desk={desk} dated={dated} />,
            mayEdit ? (
              <Form action={`${desk.base}/policies/drafts`} hidden={{ version: dated.version.hash }} inline>
                <Button size="small" variant="plain">
                  {t('workbench.startFrom', { number: dated.document.version })}
                </Button>
              </Form>
            ) : null,
          ])}
        />
      )}
    </Section>
  );
};

const Laws = ({ desk, laws }: ShelfPageProps) => {
  const { t, list } = desk.reader;
  return (
    <Section title={t('workbench.laws')} id="laws">
      <p class="soft read">{t('workbench.lawsText')}</p>
      <Table
        id="laws"
        caption={t('workbench.laws')}
        hideCaption
        columns={[
          { label: t('workbench.document') },
          { label: t('workbench.regions') },
          { label: t('workbench.standing') },
          { label: t('workbench.holds') },
        ]}
        rows={laws.map((dated) => [
          <a href={`${desk.base}/policies/versions/${dated.version.hash}`}>{titleOf(desk, dated)}</a>,
          list((dated.document.scope.regions?.in ?? []).slice(0, 5)) +
            ((dated.document.scope.regions?.in?.length ?? 0) > 5 ? ' …' : ''),
          <Tag tone={TONES[dated.standing]}>{t(`workbench.standing.${dated.standing}`)}</Tag>,
          <Span desk={desk} dated={dated} />,
        ])}
      />
    </Section>
  );
};

const NewDocument = ({ desk, naming }: ShelfPageProps) => {
  const { t } = desk.reader;
  return (
    <Section title={t('workbench.newDocument')} id="new">
      <Form action={`${desk.base}/policies/drafts`}>
        <TextField
          name="documentId"
          label={t('workbench.name')}
          help={t('workbench.nameHelp', { example: `${desk.brand.id}-goodwill` })}
          value={naming?.value ?? ''}
          look="code"
          error={naming ? t(`workbench.naming.${naming.problem}`) : undefined}
        />
        <RadioGroup
          name="starter"
          label={t('workbench.starter')}
          value={naming?.starter ?? 'goodwill'}
          options={STARTERS.toReversed().map((starter) => ({
            value: starter,
            label: t(`workbench.starter.${starter}`),
            help: t(`workbench.starter.${starter}Help`),
          }))}
        />
        <FormActions>
          <Button variant="plain">{t('workbench.start')}</Button>
        </FormActions>
      </Form>
    </Section>
  );
};

/** Everything that decides for a brand, and what is being written. */
export const ShelfPage = (props: ShelfPageProps) => {
  const { desk, requests, golden, mayEdit, done } = props;
  const { t } = desk.reader;
  return (
    <DeskPage desk={desk} title={t('desk.policies')}>
      <PageHead title={t('desk.policies')} lead={t('workbench.lead')}>
        <Cluster>
          <LinkButton href={`${desk.base}/policies/golden-cases`} variant="plain" size="small" icon="star">
            {t('workbench.goldenCount', { count: golden })}
          </LinkButton>
          <LinkButton href={`${desk.base}/policies/requests.jsonl`} variant="quiet" size="small" icon="document">
            {t('workbench.requestCount', { count: requests })}
          </LinkButton>
        </Cluster>
      </PageHead>
      {done ? <Flash>{t(`workbench.done.${done}`)}</Flash> : null}
      {mayEdit ? null : <Notice>{t('workbench.readOnly')}</Notice>}
      <Drafts {...props} />
      <Documents {...props} />
      <Laws {...props} />
      {mayEdit ? <NewDocument {...props} /> : null}
    </DeskPage>
  );
};
