import { SitePage } from '#domains/brands/index.ts';
import { type Paper, renderPdf } from '#platform/pdf/index.ts';
import { Breadcrumbs } from '#ui/components/breadcrumbs.tsx';
import { LinkButton } from '#ui/components/button.tsx';
import { Notice } from '#ui/components/notice.tsx';
import { Cluster, Page } from '#ui/components/page.tsx';
import type { ClaimRequest } from '../claim-request.ts';
import { PaperView } from './views/paper-view.tsx';

/** Answers with a file to keep. Its name says what it is and nothing about whose. */
export const sendFile = (c: ClaimRequest, body: string | Uint8Array, type: string, name: string): Response =>
  c.body(typeof body === 'string' ? body : new Uint8Array(body), 200, {
    'content-type': type,
    'content-disposition': `attachment; filename="${name}"`,
    'x-content-type-options': 'nosniff',
  });

/** Answers with a paper as a PDF. */
export async function sendPaper(c: ClaimRequest, paper: Paper, name: string): Promise<Response> {
  return sendFile(c, await renderPdf(paper), 'application/pdf', `${c.var.site.brand.id}-${name}.pdf`);
}

/** Answers with the same paper as a page to print from the browser. */
export function showPaper(
  c: ClaimRequest,
  paper: Paper,
  { back, pdf }: { readonly back: string; readonly pdf?: string },
): Response | Promise<Response> {
  const { site } = c.var;
  const { t } = site.reader;
  const page = (
    <SitePage site={site} title={paper.title} noindex>
      <Page>
        <div class="no-print stack">
          <Breadcrumbs label={t('page.breadcrumbs')} items={[{ href: back, label: t('letter.back') }]} />
          <Notice>{t('papers.printHelp')}</Notice>
          {pdf ? (
            <Cluster>
              <LinkButton href={pdf} icon="print">
                {t('letter.pdf')}
              </LinkButton>
            </Cluster>
          ) : null}
        </div>
        <PaperView paper={paper} />
      </Page>
    </SitePage>
  );
  return c.html(page);
}
