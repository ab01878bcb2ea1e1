import { raw } from 'hono/html';
import { surfaces } from '../theme.ts';
import type { MailLetter, MailSender, RenderedMail } from './letter.ts';

const RULE = '—';

/** The mail as text: what many people and all screen readers prefer, and the only part some clients show. */
function textOf(letter: MailLetter, sender: MailSender): string {
  const { greeting, paragraphs, action, code, facts = [], after = [] } = letter;
  const parts = [
    greeting,
    ...paragraphs,
    ...(facts.length > 0 ? [facts.map(({ label, value }) => `${label}: ${value}`).join('\n')] : []),
    ...(code === undefined ? [] : [`    ${code}`]),
    ...(action ? [`${action.label}:\n${action.href}`] : []),
    ...after,
    [RULE, sender.name, ...sender.footer].join('\n'),
  ];
  return `${parts.join('\n\n')}\n`;
}

/** Dark is asked for twice: by a meta element for clients that turn colours round, by a query for those that know it. */
const styleOf = ({ accent, accentInk }: MailSender): string => `
:root { color-scheme: light dark; supported-color-schemes: light dark; }
body { margin: 0; padding: 24px 12px; background: ${surfaces.paper.light}; color: ${surfaces.ink.light}; }
.sheet { max-width: 560px; margin: 0 auto; padding: 28px; background: ${surfaces.sheet.light}; border-radius: 10px; }
.sheet, .sheet td { font: 17px/1.55 "Atkinson Hyperlegible Next", Verdana, Arial, sans-serif; }
.name { font-weight: 700; text-decoration: none; color: ${accent.light}; }
.action { display: inline-block; padding: 12px 22px; border-radius: 10px; text-decoration: none; font-weight: 700; background: ${accent.light}; color: ${accentInk.light}; }
.code { font: 700 30px/1.3 ui-monospace, Consolas, monospace; letter-spacing: 4px; }
.soft, .soft a { color: ${surfaces.soft.light}; font-size: 14px; }
.facts td { padding: 4px 16px 4px 0; vertical-align: top; }
.plain { word-break: break-all; }
@media (prefers-color-scheme: dark) {
  body { background: ${surfaces.paper.dark}; color: ${surfaces.ink.dark}; }
  .sheet { background: ${surfaces.sheet.dark}; }
  .name { color: ${accent.dark}; }
  .action { background: ${accent.dark}; color: ${accentInk.dark}; }
  .soft, .soft a { color: ${surfaces.soft.dark}; }
}
`;

const Body = ({ letter, sender }: { readonly letter: MailLetter; readonly sender: MailSender }) => {
  const { greeting, paragraphs, action, code, facts = [], after = [] } = letter;
  return (
    <div class="sheet">
      <p>
        <a class="name" href={sender.home}>
          {sender.name}
        </a>
      </p>
      <p>{greeting}</p>
      {paragraphs.map((paragraph) => (
        <p>{paragraph}</p>
      ))}
      {facts.length > 0 ? (
        <table class="facts" role="presentation">
          {facts.map(({ label, value }) => (
            <tr>
              <td class="soft">{label}</td>
              <td>{value}</td>
            </tr>
          ))}
        </table>
      ) : null}
      {code === undefined ? null : <p class="code">{code}</p>}
      {action ? (
        <>
          <p>
            <a class="action" href={action.href}>
              {action.label}
            </a>
          </p>
          <p class="soft plain">{action.href}</p>
        </>
      ) : null}
      {after.map((line) => (
        <p>{line}</p>
      ))}
      <hr />
      {sender.footer.map((line) => (
        <p class="soft">{line}</p>
      ))}
    </div>
  );
};

/** Makes a letter into a mail: a text part and an HTML part that says the same, readable in the dark, without pictures. */
export function renderMail(letter: MailLetter, sender: MailSender): RenderedMail {
  const page = (
    <html lang={sender.locale}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{letter.subject}</title>
        <style>{raw(styleOf(sender))}</style>
      </head>
      <body>
        <Body letter={letter} sender={sender} />
      </body>
    </html>
  );
  return { subject: letter.subject, text: textOf(letter, sender), html: `<!doctype html>${String(page)}` };
}
