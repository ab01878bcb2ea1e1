import { LinkButton } from '#ui/components/button.tsx';
import { ErrorPage } from '#ui/components/error-page.tsx';
import { PageHead } from '#ui/components/heading.tsx';
import type { Content } from '#ui/components/markup.ts';
import { Page } from '#ui/components/page.tsx';
import { ActionSpecimens } from './actions-specimens.tsx';
import { ClaimSpecimens } from './claim-specimens.tsx';
import { DeskSpecimens } from './desk-specimens.tsx';
import { FormSpecimens } from './form-specimens.tsx';
import { ListSpecimens } from './list-specimens.tsx';
import { PolicySpecimens } from './policy-specimens.tsx';
import { ReadingSpecimens } from './reading-specimens.tsx';
import { SignatureSpecimens } from './signature-specimens.tsx';
import { WorkbenchSpecimens } from './workbench-specimens.tsx';

const Chapter = ({ title, children }: { readonly title: string; readonly children?: Content }) => (
  <section class="stack stack-wide">
    <h2>{title}</h2>
    {children}
    <hr />
  </section>
);

const Failed = () => (
  <Chapter title="Error page">
    <ErrorPage
      level={3}
      title="We can’t find that page"
      text="It may have moved, or the address has a slip in it. Nothing you did is lost."
      reference="Reference 7f3a-21c0"
    >
      <LinkButton href="#home">Go to the help centre</LinkButton>
    </ErrorPage>
  </Chapter>
);

/** Every component in its states: what `/desk/components` shows in development. Needs site.css and desk.css. */
export const Gallery = () => (
  <Page>
    <PageHead title="Components" lead="Every piece of the interface, in every state it can have." />
    <Chapter title="Ways in and lists">
      <ListSpecimens />
    </Chapter>
    <Chapter title="Reading">
      <ReadingSpecimens />
    </Chapter>
    <Chapter title="Forms">
      <FormSpecimens />
    </Chapter>
    <Chapter title="Actions and wayfinding">
      <ActionSpecimens />
    </Chapter>
    <Chapter title="Signature pieces">
      <SignatureSpecimens />
    </Chapter>
    <Chapter title="Claims">
      <ClaimSpecimens />
    </Chapter>
    <Chapter title="Policies">
      <PolicySpecimens />
    </Chapter>
    <Chapter title="Policy workbench">
      <WorkbenchSpecimens />
    </Chapter>
    <Chapter title="Desk">
      <DeskSpecimens />
    </Chapter>
    <Failed />
  </Page>
);
