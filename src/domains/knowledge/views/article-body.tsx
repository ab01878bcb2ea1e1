import { raw } from 'hono/html';
import { Prose } from '#ui/components/page.tsx';
import { Steps } from '#ui/components/steps.tsx';
import type { Translate } from '#ui/reader.ts';
import type { Body, Section } from '../body.ts';
import { type LinkTargets, renderInline, renderMarkdown } from '../markdown.ts';

interface BodyProps {
  readonly body: Body;
  readonly targets: LinkTargets;
  readonly t: Translate;
}

const SectionView = ({ section, targets, t }: { readonly section: Section } & Omit<BodyProps, 'body'>) => {
  return (
    <section class={`article-section stack${section.role ? ` role-${section.role}` : ''}`} id={section.id}>
      <h2>{section.heading}</h2>
      {section.markdown === '' ? null : <Prose>{raw(renderMarkdown(section.markdown, targets))}</Prose>}
      {section.steps.length === 0 ? null : (
        <Steps
          labels={{ optional: t('step.optional'), expected: t('step.expected') }}
          steps={section.steps.map((step) => ({
            id: step.id,
            title: step.title,
            optional: step.optional,
            body: raw(renderMarkdown(step.markdown, targets)),
            expected: step.expected === undefined ? undefined : raw(renderInline(step.expected, targets)),
          }))}
        />
      )}
    </section>
  );
};

/** The text of an article: lead, sections, steps. Also what the desk shows as preview. */
export const ArticleBody = ({ body, targets, t }: BodyProps) => (
  <>
    {body.lead === '' ? null : <Prose>{raw(renderMarkdown(body.lead, targets))}</Prose>}
    {body.sections.map((section) => (
      <SectionView section={section} targets={targets} t={t} />
    ))}
  </>
);
