import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { DeskLayout } from '../layouts/desk-layout.tsx';
import { PlainLayout } from '../layouts/plain-layout.tsx';
import { PublicLayout } from '../layouts/public-layout.tsx';
import { fontFiles, fontLicences, preloadedFonts } from '../styles/fonts.ts';
import { Gallery } from './gallery.tsx';

const mark = '<svg viewBox="0 0 28 28"><path d="M14 2l3 8"/></svg>';
const languages = [
  { lang: 'en', label: 'English', href: '/en', current: true },
  { lang: 'de', label: 'Deutsch', href: '/de' },
];
const shared = { locale: 'en', title: 'Help', stylesheets: ['/assets/site.css', '/northstar/theme.css'] };

const publicPage = async (): Promise<string> =>
  String(
    await (
      <PublicLayout
        {...shared}
        description="Find the fix"
        canonical="https://help.example.com/en"
        alternates={[
          { lang: 'de', href: 'https://help.example.com/de' },
          { lang: 'x-default', href: 'https://help.example.com/' },
        ]}
        brand={{ name: 'Northstar', helpName: 'Northstar Help', mark, home: '/northstar/en/' }}
        nav={[{ href: '/contact', label: 'Talk to us', current: true }]}
        languages={languages}
        footer={[{ title: 'Help', links: [{ href: '/devices', label: 'Devices' }] }]}
        banner={{ text: 'Demonstration', label: 'Demo' }}
        labels={{ skip: 'Skip', menu: 'Menu', mainNav: 'Main', language: 'Language', footerNav: 'More' }}
      >
        <p>Content</p>
      </PublicLayout>
    ),
  );

const deskPage = async (): Promise<string> =>
  String(
    await (
      <DeskLayout
        {...shared}
        name="Desk"
        mark={mark}
        home="/desk"
        nav={[{ items: [{ href: '/desk', label: 'Inbox', icon: 'mail', current: true }] }]}
        user={{ name: 'Jonas' }}
        signOut={{ action: '/desk/session/closure', hidden: { token: 'x' } }}
        labels={{
          skip: 'Skip',
          menu: 'Menu',
          deskNav: 'Desk',
          language: 'Language',
          signedInAs: 'Signed in as',
          signOut: 'Sign out',
        }}
      >
        <Gallery />
      </DeskLayout>
    ),
  );

const plainPage = async (): Promise<string> => String(await (<PlainLayout {...shared} skip="Skip" name="Recourse" />));

const pages = [
  ['public page', publicPage],
  ['desk page with every component', deskPage],
  ['plain page', plainPage],
] as const;

const attributeValues = (page: string, name: string): readonly string[] =>
  [...page.matchAll(new RegExp(` ${name}="([^"]*)"`, 'g'))].flatMap(([, value = '']) => value.split(' '));

const stylesFolder = new URL('../styles/', import.meta.url);
const css = readdirSync(stylesFolder)
  .filter((name) => name.endsWith('.css'))
  .map((name) => readFileSync(new URL(name, stylesFolder), 'utf8'))
  .join('\n');

describe.each(pages)('a %s', (_, render) => {
  it('keeps to a strict content-security policy', async () => {
    const page = await render();
    expect(page).not.toMatch(/<style|<script(?![^>]* src=)| style="| on[a-z]+="/);
  });

  it('uses every id once, and refers only to ids that exist', async () => {
    const page = await render();
    const ids = attributeValues(page, 'id');
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    const references = ['for', 'aria-labelledby', 'aria-describedby', 'popovertarget'].flatMap((name) =>
      attributeValues(page, name),
    );
    expect(references.filter((id) => !ids.includes(id))).toEqual([]);
  });

  it('has one main, which the skip link leads to', async () => {
    const page = await render();
    expect(page.startsWith('<!DOCTYPE html><html lang="en" dir="ltr">')).toBe(true);
    expect(page.match(/<main[^>]* id="main"/g)).toHaveLength(1);
    expect(page).toContain('<a class="skip-link" href="#main">');
  });

  it('wears only classes that the stylesheets know', async () => {
    const known = new Set([...css.matchAll(/\.([a-z][\w-]*)/g)].map(([, name]) => name));
    // The ordinary case of a family: named, and dressed by the family alone.
    const plain = new Set(['diff-same', 'sign-ask', 'tone-info', 'track-later']);
    const worn = new Set(attributeValues(await render(), 'class'));
    expect([...worn].filter((name) => !known.has(name) && !plain.has(name))).toEqual([]);
  });
});

describe('the public layout', () => {
  it('tells search engines about its languages, and readers which page they are on', async () => {
    const page = await publicPage();
    expect(page).toContain('<link rel="alternate" hreflang="de" href="https://help.example.com/de"/>');
    expect(page).toContain('<link rel="canonical" href="https://help.example.com/en"/>');
    expect(page).toContain('<a href="/contact" aria-current="page">');
    expect(page).toMatch(/<a href="\/de" lang="de" hreflang="de"/);
  });
});

describe('the fonts', () => {
  it('named in the stylesheet are exactly those that are copied, and exist', () => {
    const require = createRequire(import.meta.url);
    const named = [...css.matchAll(/\/assets\/fonts\/([\w-]+\.woff2)/g)].map(([, name]) => name).sort();
    expect(named).toEqual(fontFiles.map((file) => file.to).sort());
    for (const file of [...fontFiles, ...fontLicences])
      expect(() => readFileSync(require.resolve(file.from))).not.toThrow();
    for (const href of preloadedFonts) expect(named).toContain(href.split('/').at(-1));
  });
});
