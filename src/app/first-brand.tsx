import { Hono, type Context as HonoContext } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { type BrandProfile, brandSchema, putBrand, raiseContentVersion } from '#domains/brands/index.ts';
import { putTopics } from '#domains/knowledge/index.ts';
import { canAddBrand, type DeskEnv, insertActivity, must, type Staff } from '#domains/people/index.ts';
import type { FieldProblem } from '#lib/faults.ts';
import { isLocale, LOCALE_NAMES, LOCALES } from '#lib/locales.ts';
import { cleanLine, slugOf } from '#lib/text.ts';
import { inTransaction } from '#platform/context.ts';
import { Button } from '#ui/components/button.tsx';
import { SelectField } from '#ui/components/choice-field.tsx';
import { ErrorSummary, Form, FormActions } from '#ui/components/form.tsx';
import { PageHead } from '#ui/components/heading.tsx';
import { Page } from '#ui/components/page.tsx';
import { TextField } from '#ui/components/text-field.tsx';
import { PlainLayout } from '#ui/layouts/plain-layout.tsx';
import { readerFor } from '#ui/reader.ts';
import type { Services } from './services.ts';

const MARK =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 28 28"><circle cx="14" cy="14" r="10" fill="none" stroke="currentColor" stroke-width="2"/><circle cx="14" cy="14" r="3" fill="currentColor"/></svg>';
const MAX_FORM_BYTES = 16_000;

type Values = Partial<Record<'name' | 'id' | 'company' | 'website' | 'locale' | 'accent', string>>;

interface FirstBrandPageProps {
  readonly services: Services;
  readonly staff: Staff;
  readonly values: Values;
  readonly problems: readonly FieldProblem[];
}

/** An empty deployment asks for its first brand; everything else about it is changed in its settings. */
export const FirstBrandPage = ({ services, staff, values, problems }: FirstBrandPageProps) => {
  const { t, locale } = readerFor(staff.locale);
  const error = (path: string) => problems.find((problem) => problem.path === path)?.message;
  return (
    <PlainLayout
      locale={locale}
      title={t('firstBrand.title')}
      noindex
      stylesheets={[services.assets.urls.siteCss, services.assets.urls.deskCss]}
      skip={t('page.skip')}
      name={t('desk.name')}
      home="/desk"
    >
      <Page>
        {problems.length > 0 ? (
          <ErrorSummary
            title={t('form.errors')}
            faults={problems.map((p) => ({ href: `#field-${p.path}`, message: p.message }))}
          />
        ) : null}
        <PageHead title={t('firstBrand.title')} lead={t('firstBrand.lead')} />
        <Form action="/desk/brands">
          <TextField
            name="name"
            label={t('firstBrand.name')}
            value={values.name}
            error={error('name')}
            maxlength={80}
            required
          />
          <TextField
            name="id"
            label={t('firstBrand.id')}
            help={t('firstBrand.idHelp')}
            value={values.id}
            error={error('id')}
            maxlength={60}
            required
          />
          <TextField
            name="company"
            label={t('firstBrand.company')}
            value={values.company}
            error={error('company')}
            maxlength={200}
            required
          />
          <TextField
            name="website"
            type="url"
            label={t('firstBrand.website')}
            value={values.website}
            error={error('website')}
            required
          />
          <SelectField
            name="locale"
            label={t('page.language')}
            value={values.locale ?? locale}
            options={LOCALES.map((lang) => ({ value: lang, label: LOCALE_NAMES[lang] }))}
            error={error('locale')}
          />
          <FormActions>
            <Button>{t('firstBrand.button')}</Button>
          </FormActions>
        </Form>
      </Page>
    </PlainLayout>
  );
};

/** A brand with nothing in it yet, in one language. */
function profileFrom(values: Values): unknown {
  const locale = isLocale(values.locale) ? values.locale : 'en';
  const { t } = readerFor(locale);
  const text = (words: string) => ({ [locale]: words });
  const door = (id: 'fix' | 'charge' | 'leave') => ({
    id,
    title: text(t(`firstBrand.door.${id}`)),
    text: text(t(`firstBrand.doorText.${id}`)),
    links: [{ to: 'page:contact', label: text(t('next.contact')) }],
  });
  return {
    id: values.id,
    kind: 'operated',
    name: values.name,
    helpName: text(t('firstBrand.helpName', { name: values.name ?? '' })),
    company: values.company,
    website: values.website,
    locales: [locale],
    defaultLocale: locale,
    about: text(t('firstBrand.about', { name: values.name ?? '' })),
    question: text(t('firstBrand.question')),
    theme: {
      accent: ['#14574f', '#6cc7b8'],
      accentInk: ['#ffffff', '#0d1a18'],
      accentWash: ['#e4efec', '#17302c'],
      radius: '0.6rem',
    },
    examples: {},
    doors: [door('fix'), door('charge'), door('leave')],
    legal: { imprint: text(values.company ?? '') },
  };
}

export function firstBrandRoutes(
  services: Services,
  signedIn: (c: HonoContext) => Promise<Staff | Response>,
): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>();
  app.post('/desk/brands', bodyLimit({ maxSize: MAX_FORM_BYTES }), async (c) => {
    const staff = await signedIn(c);
    if (staff instanceof Response) return staff;
    must(canAddBrand(staff));
    const form = await c.req.formData();
    const field = (name: string): string => cleanLine(String(form.get(name) ?? ''));
    const values: Values = {
      name: field('name'),
      id: slugOf(field('id') || field('name')),
      company: field('company'),
      website: field('website'),
      locale: field('locale'),
    };
    const parsed = brandSchema.safeParse(profileFrom(values));
    const problems: FieldProblem[] = parsed.success
      ? []
      : [
          ...new Map(
            parsed.error.issues.map((i) => [String(i.path[0]), { path: String(i.path[0]), message: i.message }]),
          ).values(),
        ];
    if (services.directory.find(values.id ?? ''))
      problems.push({ path: 'id', message: readerFor(staff.locale).t('new.slugTaken') });
    if (!parsed.success || problems.length > 0)
      return c.html(<FirstBrandPage services={services} staff={staff} values={values} problems={problems} />, 422);
    await createBrand(services, staff, parsed.data);
    return c.redirect(`/desk/${parsed.data.id}`, 303);
  });
  return app;
}

async function createBrand(services: Services, staff: Staff, profile: BrandProfile): Promise<void> {
  const ctx = {
    db: services.db,
    by: { kind: 'staff', id: staff.id, name: staff.name } as const,
    now: services.clock.business(),
  };
  const { t } = readerFor(profile.defaultLocale);
  const text = (words: string) => ({ [profile.defaultLocale]: words });
  await inTransaction(ctx, async (ctx) => {
    await putBrand(ctx, profile, MARK);
    await putTopics(ctx, profile.id, [
      { id: 'help', icon: 'document', name: text(t('nav.help')), summary: text(t('topics.lead')) },
    ]);
    await insertActivity(ctx, { brandId: profile.id, action: 'create-brand', subject: profile.id });
    await raiseContentVersion(ctx, profile.id, null);
  });
  await services.directory.refresh();
}
