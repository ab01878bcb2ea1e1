import { type Content, classNames } from './markup.ts';

interface MessageProps {
  readonly who: string;
  readonly when?: { readonly words: string; readonly datetime: string } | undefined;
  /** Written by the reader of this page's side. */
  readonly own?: boolean | undefined;
  readonly lang?: string | undefined;
  readonly children?: Content;
}

/** One message of a conversation. */
export const Message = ({ who, when, own, lang, children }: MessageProps) => (
  <article class={classNames('message', own && 'message-own')}>
    <p class="small soft">
      {who}
      {when ? (
        <>
          {' · '}
          <time datetime={when.datetime}>{when.words}</time>
        </>
      ) : null}
    </p>
    <div lang={lang}>{children}</div>
  </article>
);

/** Messages in order. */
export const Thread = ({ label, children }: { readonly label: string; readonly children?: Content }) => (
  <div class="thread" role="log" aria-label={label}>
    {children}
  </div>
);
