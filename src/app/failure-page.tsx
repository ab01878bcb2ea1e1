import { inReader, type Site, SitePage } from '#domains/brands/index.ts';
import { SiteSearch } from '#domains/knowledge/index.ts';
import type { Failure } from '#platform/http/failures.ts';
import { LinkButton } from '#ui/components/button.tsx';
import { ErrorPage } from '#ui/components/error-page.tsx';
import { PlainLayout } from '#ui/layouts/plain-layout.tsx';
import type { Reader } from '#ui/reader.ts';

interface FailurePageProps {
  readonly failure: Failure;
  readonly reference: string;
  readonly reader: Reader;
  readonly stylesheet: string;
  /** Known when the failure happened inside a brand. */
  readonly site: Site | undefined;
}

/** Says what went wrong, in the reader's language, and where to go from here. */
export const FailurePage = ({ failure, reference, reader, stylesheet, site }: FailurePageProps) => {
  const { t } = reader;
  const title = t(`failure.${failure.kind}.title`);
  const shown = failure.status >= 500 ? `${t('failure.reference')}: ${reference}` : undefined;
  const text = t(`failure.${failure.kind}.text`);
  if (site) {
    return (
      <SitePage site={site} title={title} noindex>
        <div class="page">
          <ErrorPage title={title} text={text} reference={shown} search={<SiteSearch site={site} />}>
            <LinkButton href={site.urls.home} variant="plain">
              {inReader(site, site.brand.helpName)}
            </LinkButton>
            <LinkButton href={site.urls.contact} icon="chat">
              {t('next.contact')}
            </LinkButton>
          </ErrorPage>
        </div>
      </SitePage>
    );
  }
  return (
    <PlainLayout
      locale={reader.locale}
      title={title}
      noindex
      stylesheets={[stylesheet]}
      skip={t('page.skip')}
      name="Recourse"
      home="/"
    >
      <div class="page">
        <ErrorPage title={title} text={text} reference={shown}>
          <LinkButton href="/" variant="plain">
            {t('failure.home')}
          </LinkButton>
        </ErrorPage>
      </div>
    </PlainLayout>
  );
};
