import { test as base, type Page, signInAtDesk } from '../support/journey.ts';

type Session = Awaited<ReturnType<ReturnType<Page['context']>['storageState']>>;

interface StaffPages {
  /** A page whose visitor is signed in as the demo's editor. */
  editor: Page;
  /** A page whose visitor is signed in as the demo's administrator. */
  admin: Page;
}

interface StaffSessions {
  /** Signed in once per worker: the desk limits how often one may try. */
  sessions: { readonly editor: Session; readonly admin: Session };
}

/** Journeys of people who work at the desk. */
export const test = base.extend<StaffPages, StaffSessions>({
  sessions: [
    async ({ browser, server }, use) => {
      const signIn = async (who: 'editor' | 'admin'): Promise<Session> => {
        const context = await browser.newContext({ baseURL: server.origin });
        await signInAtDesk(await context.newPage(), who);
        const session = await context.storageState();
        await context.close();
        return session;
      };
      await use({ editor: await signIn('editor'), admin: await signIn('admin') });
    },
    { scope: 'worker' },
  ],
  editor: async ({ browser, server, sessions }, use) => {
    const context = await browser.newContext({ baseURL: server.origin, storageState: sessions.editor });
    await use(await context.newPage());
    await context.close();
  },
  admin: async ({ browser, server, sessions }, use) => {
    const context = await browser.newContext({ baseURL: server.origin, storageState: sessions.admin });
    await use(await context.newPage());
    await context.close();
  },
});

export { expect, expectAccessible, type Page } from '../support/journey.ts';

/** The text of an article at the desk, in one language. */
export const editorPath = (slug: string, locale = 'en', brand = 'northstar'): string =>
  `/desk/${brand}/articles/${slug}/${locale}`;
