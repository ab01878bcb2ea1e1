import type { Site } from '#domains/brands/index.ts';
import { PersonBar } from '#ui/components/person-bar.tsx';

/** A person, one step away, from wherever the reader is; `about` and `q` carry along what they were doing. */
export const NextStep = ({ site, about, q }: { readonly site: Site; readonly about?: string; readonly q?: string }) => {
  const { t } = site.reader;
  const context = new URLSearchParams({
    ...(about === undefined ? {} : { about }),
    ...(q === undefined ? {} : { q }),
  }).toString();
  const listed = site.brand.kind === 'listed';
  return (
    <PersonBar
      title={t('next.person')}
      text={listed ? t('next.personListed', { company: site.brand.name }) : t('next.personText')}
      href={`${site.urls.contact}${context === '' ? '' : `?${context}`}`}
      action={t('next.contact')}
    />
  );
};
