import { inReader, type Site, SitePage } from '#domains/brands/index.ts';
import type { FieldProblem } from '#lib/faults.ts';
import { Breadcrumbs } from '#ui/components/breadcrumbs.tsx';
import { ErrorSummary } from '#ui/components/form.tsx';
import { PageHead } from '#ui/components/heading.tsx';
import type { Content } from '#ui/components/markup.ts';
import { Flash } from '#ui/components/notice.tsx';
import { Page } from '#ui/components/page.tsx';
import type { MessageKey } from '#ui/reader.ts';
import type { Said } from '../request.ts';

interface AccountPageProps {
  readonly site: Site;
  readonly title: string;
  readonly lead?: string | undefined;
  readonly problems?: readonly FieldProblem[] | undefined;
  /** What was just done. */
  readonly said?: Said | undefined;
  /** Signed in: the way back to the overview stands above. */
  readonly within?: boolean | undefined;
  /** Islands of this page. */
  readonly scripts?: readonly string[] | undefined;
  readonly children?: Content;
}

/** The frame of every page of an account: never listed by search engines, problems first. */
export const AccountPage = ({
  site,
  title,
  lead,
  problems = [],
  said,
  within,
  scripts = [],
  children,
}: AccountPageProps) => {
  const { t } = site.reader;
  const home = { href: site.urls.home, label: inReader(site, site.brand.helpName) };
  const account = { href: `${site.urls.home}account`, label: t('account.nav') };
  return (
    <SitePage site={site} title={title} scripts={scripts} noindex>
      <Page>
        {problems.length > 0 ? (
          <ErrorSummary
            title={t('form.errors')}
            faults={problems.map((p) => ({ href: `#field-${p.path}`, message: p.message }))}
          />
        ) : null}
        <Breadcrumbs label={t('page.breadcrumbs')} items={within ? [home, account] : [home]} current={title} />
        {said === undefined ? null : <Flash>{t(`account.${said}` as MessageKey)}</Flash>}
        <PageHead title={title} lead={lead} />
        {children}
      </Page>
    </SitePage>
  );
};

/** The message at a field, if there is one. */
export const errorAt =
  (problems: readonly FieldProblem[]) =>
  (path: string): string | undefined =>
    problems.find((problem) => problem.path === path)?.message;
