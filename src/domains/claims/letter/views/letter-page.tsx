import { type Site, SitePage } from '#domains/brands/index.ts';
import type { FieldProblem } from '#lib/faults.ts';
import { LOCALE_NAMES, type Locale } from '#lib/locales.ts';
import { unprintable } from '#platform/pdf/index.ts';
import { Breadcrumbs } from '#ui/components/breadcrumbs.tsx';
import { Button, LinkButton } from '#ui/components/button.tsx';
import { ErrorSummary, Form, FormActions } from '#ui/components/form.tsx';
import { PageHead } from '#ui/components/heading.tsx';
import { Flash, Notice } from '#ui/components/notice.tsx';
import { Cluster, Page, Section, Stack } from '#ui/components/page.tsx';
import { Tabs } from '#ui/components/tabs.tsx';
import { TextArea } from '#ui/components/text-field.tsx';
import { MAX_LETTER } from '../letter.ts';
import { mailLink } from '../mail-link.ts';
import type { StandingLetter } from '../read-letter.ts';

interface LetterPageProps {
  readonly site: Site;
  /** The claim's own address, with its secret. */
  readonly href: string;
  readonly letter: StandingLetter;
  readonly locales: readonly Locale[];
  readonly company: Locale;
  readonly zone: string;
  /** What was typed, where it could not be saved. */
  readonly typed?: string;
  readonly problems: readonly FieldProblem[];
  readonly done?: 'saved' | 'reset' | undefined;
}

/** Longer lists of signs help nobody. */
const MAX_SIGNS = 12;
const ROWS = 32;

const Languages = ({ site, href, letter, locales, company }: LetterPageProps) => {
  const { t, locale } = site.reader;
  const label = (lang: Locale): string => {
    const values = { language: LOCALE_NAMES[lang] };
    if (lang === company) return t(lang === locale ? 'letter.forBoth' : 'letter.forCompany', values);
    return t('letter.forYou', values);
  };
  return (
    <Tabs
      label={t('letter.languages')}
      items={locales.map((lang) => ({
        href: `${href}/letter?lang=${lang}`,
        label: label(lang),
        current: lang === letter.locale,
      }))}
    />
  );
};

/** News about the letter: what was just done, when it was changed, and which of two languages to send. */
const Standing = ({ site, letter, locales, company, zone, done }: LetterPageProps) => {
  const { t, moment } = site.reader;
  return (
    <>
      {done ? <Flash>{t(done === 'saved' ? 'letter.saved' : 'letter.resetDone')}</Flash> : null}
      {letter.changedAt && done !== 'saved' ? (
        <Notice>{t('letter.edited', { date: moment(letter.changedAt, zone) })}</Notice>
      ) : null}
      {locales.length > 1 ? <Notice>{t('letter.companyFirst', { language: LOCALE_NAMES[company] })}</Notice> : null}
    </>
  );
};

const Edit = ({ site, href, letter, typed, problems }: LetterPageProps) => {
  const { t } = site.reader;
  return (
    <Form action={`${href}/letter`} hidden={{ lang: letter.locale }}>
      <p>
        <b>{t('letter.subject', { subject: letter.subject })}</b>
      </p>
      <TextArea
        name="text"
        label={t('letter.text')}
        help={t('letter.textHelp')}
        value={typed ?? letter.text}
        rows={ROWS}
        maxlength={MAX_LETTER}
        lang={letter.locale}
        error={problems.find(({ path }) => path === 'text')?.message}
      />
      <FormActions>
        <Button name="do" value="save">
          {t('letter.save')}
        </Button>
      </FormActions>
    </Form>
  );
};

const Send = ({ site, href, letter }: LetterPageProps) => {
  const { t } = site.reader;
  const query = `?lang=${letter.locale}`;
  const mail = mailLink(letter.subject, letter.body);
  const signs = unprintable(letter.text);
  return (
    <Section title={t('letter.send')}>
      <Cluster>
        <LinkButton href={`${href}/letter.pdf${query}`} icon="print">
          {t('letter.pdf')}
        </LinkButton>
        <LinkButton href={`${href}/letter/print${query}`} variant="plain">
          {t('letter.print')}
        </LinkButton>
        <Button
          type="button"
          variant="plain"
          icon="document"
          data={{ 'data-copy': letter.text, 'data-copied': t('letter.copied') }}
        >
          {t('letter.copy')}
        </Button>
        <LinkButton href={mail.href} variant="plain" icon="mail">
          {t('letter.mail')}
        </LinkButton>
      </Cluster>
      {mail.isWhole ? null : <p>{t('letter.mailLong')}</p>}
      {signs.length > 0 ? (
        <Notice tone="ask">{t('letter.unprintable', { signs: signs.slice(0, MAX_SIGNS).join(' ') })}</Notice>
      ) : null}
    </Section>
  );
};

const Reset = ({ site, href, letter }: LetterPageProps) => {
  const { t } = site.reader;
  return letter.changedAt ? (
    <Form action={`${href}/letter`} hidden={{ lang: letter.locale, do: 'reset' }}>
      <p>{t('letter.resetHelp')}</p>
      <FormActions>
        <Button variant="danger">{t('letter.reset')}</Button>
      </FormActions>
    </Form>
  ) : null;
};

/** The letter of a claim: read, change, keep, and every way to send it. Works without any script. */
export const LetterPage = (props: LetterPageProps) => {
  const { site, href, problems } = props;
  const { t } = site.reader;
  return (
    <SitePage site={site} title={t('letter.title')} noindex scripts={[site.assets.claimIsland]}>
      <Page>
        {problems.length > 0 ? (
          <ErrorSummary
            title={t('form.errors')}
            faults={problems.map(({ path, message }) => ({ href: `#field-${path}`, message }))}
          />
        ) : null}
        <Breadcrumbs
          label={t('page.breadcrumbs')}
          items={[{ href, label: t('letter.back') }]}
          current={t('letter.title')}
        />
        <PageHead title={t('letter.title')} lead={t('letter.lead')} />
        <Languages {...props} />
        <Stack read>
          <Standing {...props} />
        </Stack>
        <Edit {...props} />
        <Send {...props} />
        <Reset {...props} />
        <p class="paper-small">{t('letter.notAdvice')}</p>
      </Page>
    </SitePage>
  );
};
