import type { Staff } from '#domains/people/index.ts';
import { Gallery } from '#ui/gallery/gallery.tsx';
import { DeskLayout } from '#ui/layouts/desk-layout.tsx';
import { readerFor } from '#ui/reader.ts';
import type { Services } from './services.ts';

/** Every component in every state, for the people who build pages; specimens are in English and German on purpose. */
export const GalleryPage = ({ services, staff }: { readonly services: Services; readonly staff: Staff }) => {
  const { t, locale } = readerFor(staff.locale);
  const [brand] = services.directory.all();
  return (
    <DeskLayout
      locale={locale}
      title={t('desk.components')}
      noindex
      stylesheets={[services.assets.urls.siteCss, services.assets.urls.deskCss]}
      name={t('desk.name')}
      mark={brand?.mark ?? ''}
      home="/desk"
      nav={[{ items: [{ href: '/desk', label: t('desk.name'), icon: 'document' }] }]}
      user={{ name: staff.name }}
      signOut={{ action: '/desk/sign-out' }}
      full
      labels={{
        skip: t('page.skip'),
        menu: t('page.menu'),
        deskNav: t('desk.nav'),
        language: t('page.language'),
        signedInAs: t('desk.signedInAs'),
        signOut: t('desk.signOut'),
      }}
    >
      <Gallery />
    </DeskLayout>
  );
};
