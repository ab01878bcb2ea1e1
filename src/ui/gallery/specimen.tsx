import type { Content } from '#ui/components/markup.ts';

/** One component of the gallery under its name. */
export const Specimen = ({ name, children }: { readonly name: string; readonly children?: Content }) => (
  <section class="stack" id={name.toLowerCase().replaceAll(/[^a-z]+/g, '-')}>
    <h3>{name}</h3>
    {children}
  </section>
);
