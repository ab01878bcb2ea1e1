import { inReader, type Site, SitePage } from '#domains/brands/index.ts';
import type { FieldProblem } from '#lib/faults.ts';
import { Breadcrumbs } from '#ui/components/breadcrumbs.tsx';
import { Button, LinkButton } from '#ui/components/button.tsx';
import { ErrorSummary, Form, FormActions, FormRow } from '#ui/components/form.tsx';
import { PageHead } from '#ui/components/heading.tsx';
import { Cluster, Page, Section } from '#ui/components/page.tsx';
import { DateField, TextArea, TextField } from '#ui/components/text-field.tsx';
import type { ClaimFile } from '../claim.ts';
import { MAX_CONTACT_CHANNEL, MAX_CONTACT_NOTE, MAX_CONTACT_PERSON } from '../track-claim.ts';

export interface ContactValues {
  readonly day: string;
  readonly time: string;
  readonly channel: string;
  readonly person: string;
  readonly note: string;
}

interface ContactsPageProps {
  readonly site: Site;
  readonly href: string;
  readonly file: ClaimFile;
  readonly values: ContactValues;
  readonly problems: readonly FieldProblem[];
}

const ContactRows = ({ site, href, file }: ContactsPageProps) => {
  const { t, moment } = site.reader;
  return (
    <ol class="contacts">
      {file.contacts.map((contact) => (
        <li>
          <b>
            {moment(contact.at, file.zone)} · {contact.channel}
            {contact.person === '' ? '' : ` · ${contact.person}`}
          </b>
          <p>{contact.note}</p>
          <form method="post" action={`${href}/contacts/${contact.id}/deletion`} class="no-print">
            <Button variant="quiet" size="small">
              {t('claim.contacts.remove')}
              <span class="visually-hidden">: {moment(contact.at, file.zone)}</span>
            </Button>
          </form>
        </li>
      ))}
    </ol>
  );
};

const ContactForm = ({ site, href, file, values, problems }: ContactsPageProps) => {
  const { t } = site.reader;
  const error = (path: string): string | undefined => problems.find((problem) => problem.path === path)?.message;
  const today = file.now.toZonedDateTimeISO(file.zone).toPlainDate().toString();
  const names = file.channels.map((channel) => inReader(site, channel.name));
  return (
    <Form action={`${href}/contacts`}>
      <FormRow>
        <DateField name="day" label={t('claim.contacts.day')} value={values.day} max={today} error={error('day')} />
        <TextField
          name="time"
          type="time"
          label={t('claim.contacts.time', { zone: file.zone.replaceAll('_', ' ') })}
          value={values.time}
          look="short"
          error={error('time')}
        />
      </FormRow>
      <FormRow>
        <TextField
          name="channel"
          label={t('claim.contacts.channel')}
          help={site.reader.list(names.slice(0, 4))}
          value={values.channel}
          maxlength={MAX_CONTACT_CHANNEL}
          error={error('channel')}
        />
        <TextField
          name="person"
          label={t('claim.contacts.person')}
          value={values.person}
          optional={t('form.optional')}
          maxlength={MAX_CONTACT_PERSON}
        />
      </FormRow>
      <TextArea
        name="note"
        label={t('claim.contacts.note')}
        help={t('claim.contacts.noteHelp')}
        value={values.note}
        rows={5}
        maxlength={MAX_CONTACT_NOTE}
        error={error('note')}
      />
      <FormActions>
        <Button>{t('claim.contacts.add')}</Button>
        <LinkButton href={href} variant="plain">
          {t('claim.backToClaim')}
        </LinkButton>
      </FormActions>
    </Form>
  );
};

/** Every contact with the company, as the customer noted it: when, how, with whom, and what was said. */
export const ContactsPage = (props: ContactsPageProps) => {
  const { site, href, file, problems } = props;
  const { t } = site.reader;
  return (
    <SitePage site={site} title={t('claim.contacts.title')} noindex>
      <Page>
        {problems.length > 0 ? (
          <ErrorSummary
            title={t('form.errors')}
            faults={problems.map(({ path, message }) => ({ href: `#field-${path}`, message }))}
          />
        ) : null}
        <Breadcrumbs
          label={t('page.breadcrumbs')}
          items={[{ href, label: t('claim.yours') }]}
          current={t('claim.contacts.title')}
        />
        <PageHead title={t('claim.contacts.title')} lead={t('claim.contacts.lead')} />
        {file.contacts.length > 0 ? (
          <>
            <ContactRows {...props} />
            <Cluster>
              <LinkButton href={`${href}/contacts.csv`} variant="plain" icon="document">
                {t('claim.contacts.csv')}
              </LinkButton>
              <LinkButton href={`${href}/contacts.pdf`} variant="plain" icon="print">
                {t('claim.contacts.pdf')}
              </LinkButton>
            </Cluster>
          </>
        ) : null}
        <Section title={t('claim.contacts.new')}>
          <ContactForm {...props} />
        </Section>
      </Page>
    </SitePage>
  );
};
