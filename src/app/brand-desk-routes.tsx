import { Hono, type Context as HonoContext } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { type BrandProfile, brandSchema, putBrand, putDomain, raiseContentVersion } from '#domains/brands/index.ts';
import {
  canAddBrand,
  canChangeBrand,
  type Desk,
  type DeskEnv,
  DeskPage,
  type DeskPlace,
  insertActivity,
  listActivity,
  listStaffNames,
  must,
} from '#domains/people/index.ts';
import type { FieldProblem } from '#lib/faults.ts';
import { svgProblem } from '#lib/svg.ts';
import { cleanLine, cleanText } from '#lib/text.ts';
import { instantOf } from '#lib/time.ts';
import { readYaml, writeYaml } from '#lib/yaml.ts';
import { inTransaction } from '#platform/context.ts';
import { Button } from '#ui/components/button.tsx';
import { ErrorSummary, Form, FormActions } from '#ui/components/form.tsx';
import { PageHead } from '#ui/components/heading.tsx';
import { Flash } from '#ui/components/notice.tsx';
import { Section } from '#ui/components/page.tsx';
import { Table } from '#ui/components/table.tsx';
import { TextArea, TextField } from '#ui/components/text-field.tsx';
import { themeFaults } from '#ui/theme.ts';
import type { Services } from './services.ts';
import { uiTheme } from './theme-stylesheet.ts';

export const BRAND_PLACES: readonly DeskPlace[] = [
  { path: '/settings', label: 'desk.settings', icon: 'shield' },
  { path: '/audit', label: 'desk.audit', icon: 'people' },
];

const MAX_FORM_BYTES = 200_000;
const AUDIT_ROWS = 200;
const DOMAIN = /^(?=.{4,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/;

interface Values {
  readonly domain: string;
  readonly profile: string;
  readonly mark: string;
}

const SettingsPage = ({
  desk,
  values,
  problems,
  done,
}: {
  readonly desk: Desk;
  readonly values: Values;
  readonly problems: readonly FieldProblem[];
  readonly done: boolean;
}) => {
  const { t } = desk.reader;
  const error = (path: string) =>
    problems
      .filter((p) => p.path === path)
      .map((p) => p.message)
      .join(' ') || undefined;
  return (
    <DeskPage desk={desk} title={t('desk.settings')}>
      {problems.length > 0 ? (
        <ErrorSummary
          title={t('form.errors')}
          faults={problems.map((p) => ({ href: `#field-${p.path}`, message: p.message }))}
        />
      ) : null}
      <PageHead title={t('desk.settings')} lead={t('settings.lead')} />
      {done ? <Flash>{t('desk.saved')}</Flash> : null}
      <Form action={`${desk.base}/settings`}>
        <TextField
          name="domain"
          label={t('settings.domain')}
          help={t('settings.domainHelp')}
          value={values.domain}
          optional={t('form.optional')}
          error={error('domain')}
        />
        <TextArea
          name="profile"
          label={t('settings.profile')}
          help={t('settings.profileHelp')}
          value={values.profile}
          rows={28}
          look="code"
          error={error('profile')}
        />
        <TextArea
          name="mark"
          label={t('settings.mark')}
          help={t('settings.markHelp')}
          value={values.mark}
          rows={6}
          look="code"
          error={error('mark')}
        />
        <FormActions>
          <Button>{t('desk.save')}</Button>
        </FormActions>
      </Form>
    </DeskPage>
  );
};

type C = HonoContext<DeskEnv>;

/** A brand's settings, and who did what. */
export function brandDeskRoutes(services: Services): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>();
  app.get('/settings', (c) => {
    const { desk } = c.var;
    must(canChangeBrand(desk.staff, desk.brand.id));
    const { mark, domain, contentVersion: _version, ...profile } = desk.brand;
    const values = { domain: domain ?? '', profile: writeYaml(brandSchema.parse(profile)), mark };
    return c.html(<SettingsPage desk={desk} values={values} problems={[]} done={c.req.query('done') === 'yes'} />);
  });
  app.post('/settings', bodyLimit({ maxSize: MAX_FORM_BYTES }), (c) => takeSettings(c, services));
  app.get('/audit', async (c) => {
    const { desk, ctx } = c.var;
    must(canChangeBrand(desk.staff, desk.brand.id));
    const { t, moment } = desk.reader;
    const wanted = { brandId: desk.brand.id, withShared: canAddBrand(desk.staff), limit: AUDIT_ROWS };
    const [rows, names] = await Promise.all([listActivity(ctx, wanted), listStaffNames(ctx)]);
    return c.html(
      <DeskPage desk={desk} title={t('desk.audit')}>
        <PageHead title={t('desk.audit')} lead={t('audit.lead')} />
        <Section title={t('audit.recent')}>
          <Table
            caption={t('desk.audit')}
            hideCaption
            columns={[
              { label: t('history.when') },
              { label: t('history.who') },
              { label: t('audit.what') },
              { label: t('audit.subject') },
            ]}
            rows={rows.map((row) => [
              moment(instantOf(row.at)),
              names.get(row.actor) ?? t('history.system'),
              <code>{row.action}</code>,
              `${row.brandId ?? ''} ${row.subject}`,
            ])}
          />
        </Section>
      </DeskPage>,
    );
  });
  return app;
}

/** What is wrong with a profile typed at the desk. */
function readProfile(desk: Desk, text: string): { profile: BrandProfile } | { problems: FieldProblem[] } {
  const { t } = desk.reader;
  const read = readYaml(text, brandSchema);
  if ('problems' in read)
    return {
      problems: read.problems.map((p) => ({
        path: 'profile',
        message: t('editor.line', { line: p.line, problem: p.message }),
      })),
    };
  if (read.value.id !== desk.brand.id)
    return { problems: [{ path: 'profile', message: t('settings.idFixed', { id: desk.brand.id }) }] };
  const faults = themeFaults(uiTheme(read.value.theme));
  return faults.length > 0
    ? { problems: faults.map((fault) => ({ path: 'profile', message: `theme.${fault.path}: ${fault.message}` })) }
    : { profile: read.value };
}

async function takeSettings(c: C, services: Services): Promise<Response> {
  const { desk, ctx } = c.var;
  must(canChangeBrand(desk.staff, desk.brand.id));
  const { t } = desk.reader;
  const form = await c.req.formData();
  const values = {
    domain: cleanLine(String(form.get('domain') ?? '')).toLowerCase(),
    profile: cleanText(String(form.get('profile') ?? '')),
    mark: cleanText(String(form.get('mark') ?? '')),
  };
  const problems: FieldProblem[] = [];
  if (values.domain !== '' && !DOMAIN.test(values.domain))
    problems.push({ path: 'domain', message: t('settings.domainWrong') });
  if (values.domain === new URL(services.config.publicUrl).hostname)
    problems.push({ path: 'domain', message: t('settings.domainWrong') });
  const other = values.domain === '' ? undefined : services.directory.findByDomain(values.domain);
  if (other && other.id !== desk.brand.id)
    problems.push({ path: 'domain', message: t('settings.domainTaken', { brand: other.name }) });
  const markProblem = svgProblem(values.mark, true);
  if (markProblem !== undefined) problems.push({ path: 'mark', message: markProblem });
  const read = readProfile(desk, values.profile);
  if ('problems' in read) problems.push(...read.problems);
  if (problems.length > 0 || 'problems' in read)
    return c.html(<SettingsPage desk={desk} values={values} problems={problems} done={false} />, 422);
  await inTransaction(ctx, async (ctx) => {
    await putBrand(ctx, read.profile, values.mark);
    await putDomain(ctx, desk.brand.id, values.domain === '' ? null : values.domain);
    await insertActivity(ctx, { brandId: desk.brand.id, action: 'change-settings', subject: desk.brand.id });
    await raiseContentVersion(ctx, desk.brand.id, null);
  });
  return c.redirect(`${desk.base}/settings?done=yes`, 303);
}
