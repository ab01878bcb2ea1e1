import { Hono, type Context as HonoContext } from 'hono';
import { canAddBrand, must, type Staff } from '#domains/people/index.ts';
import { notFound } from '#lib/faults.ts';
import { findMessage, listMessages, type OutgoingMessage } from '#platform/outbox/queries.ts';
import { EmptyState } from '#ui/components/empty-state.tsx';
import { PageHead } from '#ui/components/heading.tsx';
import { Notice } from '#ui/components/notice.tsx';
import { Page, Section } from '#ui/components/page.tsx';
import { Table } from '#ui/components/table.tsx';
import { PlainLayout } from '#ui/layouts/plain-layout.tsx';
import { type Reader, readerFor } from '#ui/reader.ts';
import type { Services } from './services.ts';

const MAX_LISTED = 100;
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
/** A mail shown in the browser runs nothing, loads nothing and leads nowhere by itself. */
const MAIL_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; sandbox allow-popups allow-popups-to-escape-sandbox";

interface FrameProps {
  readonly services: Services;
  readonly reader: Reader;
  readonly title: string;
  readonly children?: unknown;
}

const Frame = ({ services, reader, title, children }: FrameProps) => (
  <PlainLayout
    locale={reader.locale}
    title={title}
    noindex
    stylesheets={[services.assets.urls.siteCss, services.assets.urls.deskCss]}
    skip={reader.t('page.skip')}
    name={reader.t('desk.name')}
    home="/desk"
  >
    <Page>{children as never}</Page>
  </PlainLayout>
);

function stateOf({ t }: Reader, { deliveredTo, givenUpAt, lastError }: OutgoingMessage): string {
  if (deliveredTo === 'relay') return t('mailbox.sent');
  if (deliveredTo === 'mailbox') return t('mailbox.kept');
  if (givenUpAt) return t('mailbox.givenUp', { reason: lastError ?? '' });
  return lastError === null ? t('mailbox.waiting') : t('mailbox.failing', { reason: lastError });
}

const MailboxPage = (props: Omit<FrameProps, 'title'> & { readonly messages: readonly OutgoingMessage[] }) => {
  const { t, moment } = props.reader;
  return (
    <Frame {...props} title={t('mailbox.title')}>
      <PageHead title={t('mailbox.title')} lead={t(props.services.isDemo ? 'mailbox.lead' : 'mailbox.leadReal')} />
      {props.messages.length === 0 ? (
        <EmptyState title={t('mailbox.none')} text={t('mailbox.noneText')} />
      ) : (
        <Table
          caption={t('mailbox.title')}
          hideCaption
          columns={[
            { label: t('mailbox.subject') },
            { label: t('mailbox.to') },
            { label: t('mailbox.at') },
            { label: t('mailbox.state') },
          ]}
          rows={props.messages.map((message) => [
            <a href={`/desk/mailbox/${message.id}`} lang={message.locale}>
              {message.subject === '' ? message.kind : message.subject}
            </a>,
            message.recipient,
            moment(message.queuedAt),
            stateOf(props.reader, message),
          ])}
        />
      )}
    </Frame>
  );
};

const MessagePage = (props: Omit<FrameProps, 'title'> & { readonly message: OutgoingMessage }) => {
  const { message, reader } = props;
  const { t, moment } = reader;
  const title = message.subject === '' ? message.kind : message.subject;
  return (
    <Frame {...props} title={title}>
      <PageHead
        kicker={<a href="/desk/mailbox">{t('mailbox.title')}</a>}
        title={<span lang={message.locale}>{title}</span>}
      />
      <p>
        {t('mailbox.to')}: {message.recipient} · {moment(message.queuedAt)} · {stateOf(reader, message)}
      </p>
      {message.text === null ? (
        <Notice>{t('mailbox.emptied')}</Notice>
      ) : (
        <Section title={t('mailbox.text')}>
          <pre class="mail-text" lang={message.locale}>
            {linked(message.text)}
          </pre>
        </Section>
      )}
      {message.html === null ? null : (
        <p>
          <a href={`/desk/mailbox/${message.id}/html`}>{t('mailbox.html')}</a>
        </p>
      )}
    </Frame>
  );
};

/** Addresses of our own in a text as links, so that a demo can be walked through. */
const linked = (text: string) =>
  text.split(/(https?:\/\/\S+)/).map((part, i) => (i % 2 === 1 ? <a href={part}>{part}</a> : part));

/** Mail and text messages on their way out: all of a demo's, and what fails of a real installation's. For administrators. */
export function mailboxRoutes(services: Services, signedIn: (c: HonoContext) => Promise<Staff | Response>): Hono {
  const app = new Hono();
  const open = async (c: HonoContext, show: (reader: Reader) => Promise<Response>): Promise<Response> => {
    const staff = await signedIn(c);
    if (staff instanceof Response) return staff;
    // In a demo everybody who tries it has to find the links.
    must(services.isDemo || canAddBrand(staff));
    return show(readerFor(staff.locale));
  };
  const message = async (c: HonoContext): Promise<OutgoingMessage> => {
    const id = c.req.param('id') ?? '';
    const found = UUID.test(id) ? await findMessage(services, id) : null;
    if (!found) throw notFound('the message');
    return found;
  };
  app.get('/desk/mailbox', (c) =>
    open(c, async (reader) => {
      const messages = await listMessages(services, { onlyFailing: false, limit: MAX_LISTED });
      return c.html(<MailboxPage services={services} reader={reader} messages={messages} />);
    }),
  );
  app.get('/desk/mailbox/:id', (c) =>
    open(c, async (reader) => c.html(<MessagePage services={services} reader={reader} message={await message(c)} />)),
  );
  app.get('/desk/mailbox/:id/html', (c) =>
    open(c, async () => {
      const { html } = await message(c);
      if (html === null) throw notFound('the message');
      return c.html(html, 200, { 'content-security-policy': MAIL_POLICY });
    }),
  );
  return app;
}
