import { inReader, type Site, SitePage } from '#domains/brands/index.ts';
import { Breadcrumbs } from '#ui/components/breadcrumbs.tsx';
import { Button, LinkButton } from '#ui/components/button.tsx';
import { SelectField } from '#ui/components/choice-field.tsx';
import { EmptyState } from '#ui/components/empty-state.tsx';
import { Form, FormActions } from '#ui/components/form.tsx';
import { PageHead } from '#ui/components/heading.tsx';
import { Notice } from '#ui/components/notice.tsx';
import { Page, Section } from '#ui/components/page.tsx';
import type { HelpCentre, Listed } from '../help-centre.ts';
import { DeviceFacts } from './device-facts.tsx';
import { ArticleCards } from './lists.tsx';
import { NextStep } from './next-step.tsx';

interface SupportedPageProps {
  readonly site: Site;
  readonly centre: HelpCentre;
  readonly devices: readonly Listed[];
  /** Chosen from the list; wins over the detected one. */
  readonly chosen: Listed | null;
  /** Told by the browser. */
  readonly detected: Listed | null;
}

/** “Is my device supported?” by picking it, or by what the browser says it is. */
export const SupportedPage = ({ site, centre, devices, chosen, detected }: SupportedPageProps) => {
  const { t } = site.reader;
  const answer = chosen ?? detected;
  const meta = answer?.article.meta;
  return (
    <SitePage site={site} title={t('supported.title')} description={t('supported.lead')} noindex={chosen !== null}>
      <Page>
        <Breadcrumbs
          label={t('page.breadcrumbs')}
          items={[
            { href: site.urls.home, label: inReader(site, site.brand.helpName) },
            { href: site.urls.devices, label: t('devices.title') },
          ]}
          current={t('supported.title')}
        />
        <PageHead title={t('supported.title')} lead={t('supported.lead')} />
        <Form action={site.urls.supported} method="get" label={t('supported.title')}>
          <SelectField
            name="device"
            label={t('supported.pick')}
            value={chosen?.article.slug}
            emptyLabel={t('supported.choose')}
            options={devices.map((device) => ({ value: device.article.slug, label: device.title }))}
          />
          <FormActions>
            <Button>{t('supported.check')}</Button>
          </FormActions>
        </Form>
        {chosen === null && detected ? (
          <Notice title={t('supported.detected', { device: detected.title })}>{t('supported.detectedHow')}</Notice>
        ) : null}
        {chosen === null && detected === null ? <Notice>{t('supported.notDetected')}</Notice> : null}
        {answer && meta?.shelf === 'devices' ? (
          <Section title={answer.title}>
            <p>{answer.summary}</p>
            <DeviceFacts site={site} meta={meta} />
            <p>
              <LinkButton href={centre.url(answer, site.urls)} icon="arrow">
                {t('supported.open', { device: answer.title })}
              </LinkButton>
            </p>
          </Section>
        ) : null}
        {devices.length === 0 ? (
          <EmptyState title={t('list.emptyTitle')} text={t('list.emptyText')} />
        ) : (
          <Section title={t('devices.all')}>
            <ArticleCards site={site} centre={centre} items={devices} />
          </Section>
        )}
        <NextStep site={site} about={answer ? `devices/${answer.article.slug}` : 'devices'} />
      </Page>
    </SitePage>
  );
};
