import type { Content } from './markup.ts';

interface ErrorPageProps {
  /** What happened, in a sentence ("We can't find that page"). */
  readonly title: string;
  /** Why it may be, and that nothing was lost. */
  readonly text: Content;
  /** The number to quote ("Reference 7f3a-21c0"). */
  readonly reference?: string | undefined;
  readonly search?: Content;
  /** 3 when it is shown inside another page; otherwise its title is the page's h1. */
  readonly level?: 1 | 3 | undefined;
  /** Link buttons: where to go from here. */
  readonly children?: Content;
}

/** A page that could not be shown: what happened, why, what to do. */
export const ErrorPage = ({ title, text, reference, search, level = 1, children }: ErrorPageProps) => (
  <div class="wrap error-page">
    {level === 1 ? <h1>{title}</h1> : <h3>{title}</h3>}
    <p class="lead read">{text}</p>
    {search}
    {children ? <div class="cluster">{children}</div> : null}
    {reference ? <p class="small soft">{reference}</p> : null}
  </div>
);
