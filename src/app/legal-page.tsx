import { inReader, type Site, SitePage } from '#domains/brands/index.ts';
import { PageHead } from '#ui/components/heading.tsx';
import { Notice } from '#ui/components/notice.tsx';
import { Page, Prose } from '#ui/components/page.tsx';

/** Who runs this help centre (the imprint some countries require). */
export const LegalPage = ({ site }: { readonly site: Site }) => {
  const { brand, reader } = site;
  return (
    <SitePage site={site} title={reader.t('legal.title')}>
      <Page>
        <PageHead title={reader.t('legal.title')} />
        {brand.disclaimer ? <Notice>{inReader(site, brand.disclaimer)}</Notice> : null}
        <Prose>
          {inReader(site, brand.legal.imprint)
            .split('\n')
            .filter(Boolean)
            .map((line) => (
              <p>{line}</p>
            ))}
        </Prose>
        {brand.verified ? (
          <p class="small soft">{reader.t('legal.verified', { date: reader.date(brand.verified) })}</p>
        ) : null}
      </Page>
    </SitePage>
  );
};
