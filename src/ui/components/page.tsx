import { type Content, classNames } from './markup.ts';

/** First in the page: leads past the header. */
export const SkipLink = ({
  label,
  target = 'main',
}: {
  readonly label: string;
  readonly target?: string | undefined;
}) => (
  <a class="skip-link" href={`#${target}`}>
    {label}
  </a>
);

/** Rendered Markdown (already sanitised HTML as a raw node) or hand-written paragraphs. */
export const Prose = ({
  lang,
  dir,
  children,
}: {
  readonly lang?: string;
  readonly dir?: 'ltr' | 'rtl';
  readonly children?: Content;
}) => (
  <div class="prose" lang={lang} dir={dir}>
    {children}
  </div>
);

interface StackProps {
  readonly space?: 'tight' | 'wide' | undefined;
  readonly read?: boolean | undefined;
  readonly children?: Content;
}

/** Things below each other with even space; `read` keeps lines to a readable length. */
export const Stack = ({ space, read, children }: StackProps) => (
  <div class={classNames('stack', space && `stack-${space}`, read && 'read')}>{children}</div>
);

/** Things beside each other that wrap. */
export const Cluster = ({
  between,
  children,
}: {
  readonly between?: boolean | undefined;
  readonly children?: Content;
}) => <div class={classNames('cluster', between && 'between')}>{children}</div>;

/** A part of a page under its own heading. */
export const Section = ({
  title,
  id,
  children,
}: {
  readonly title: string;
  readonly id?: string;
  readonly children?: Content;
}) => (
  <section class="section" id={id}>
    <h2>{title}</h2>
    {children}
  </section>
);

/** The width and breathing room of a page's content. */
export const Page = ({ children }: { readonly children?: Content }) => (
  <div class="wrap page stack stack-wide">{children}</div>
);

interface WithAsideProps {
  readonly main: Content;
  readonly aside: Content;
  readonly asideLabel: string;
}

/** A text with its companions beside it where there is room, below it where there is not. */
export const WithAside = ({ main, aside, asideLabel }: WithAsideProps) => (
  <div class="aside-layout">
    <div class="stack stack-wide">{main}</div>
    <aside aria-label={asideLabel}>
      <div class="stack stack-wide">{aside}</div>
    </aside>
  </div>
);

interface HeroProps {
  readonly title: string;
  readonly children?: Content;
}

/** The first screen of a brand: one question, one field. */
export const Hero = ({ title, children }: HeroProps) => (
  <section class="hero">
    <h1>{title}</h1>
    {children}
  </section>
);
