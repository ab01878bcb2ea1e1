import type { Desk } from '#domains/people/index.ts';
import { Button, LinkButton } from '#ui/components/button.tsx';
import { CodeEditor } from '#ui/components/code-editor.tsx';
import { Panel, Toolbar } from '#ui/components/desk.tsx';
import { type DiffLine, DiffView } from '#ui/components/diff-view.tsx';
import { Form } from '#ui/components/form.tsx';
import { Flash, Notice } from '#ui/components/notice.tsx';
import type { DraftCheck } from '../drafts/check-draft.ts';
import type { DraftState, DraftText } from '../drafts/draft.ts';
import { CheckReport, linesFound } from './check-report.tsx';
import { DraftFrame } from './draft-frame.tsx';

export interface DraftPageProps extends DraftState {
  readonly desk: Desk;
  readonly here: string;
  /** What stands in the editor: the saved text, or what was typed. */
  readonly source: string;
  readonly check: DraftCheck;
  readonly mayEdit: boolean;
  readonly done: 'saved' | 'started' | undefined;
  readonly tooLong?: boolean | undefined;
  /** Somebody saved meanwhile: their text, and how the one in the editor differs from it. */
  readonly overtakenBy?: { readonly text: DraftText; readonly lines: readonly DiffLine[] } | undefined;
}

const Warnings = ({ desk, done, tooLong, overtakenBy }: DraftPageProps) => {
  const { t } = desk.reader;
  return (
    <>
      {done ? <Flash>{t(`workbench.done.${done}`)}</Flash> : null}
      {tooLong ? (
        <Notice tone="no" role="alert">
          {t('workbench.tooLong')}
        </Notice>
      ) : null}
      {overtakenBy ? (
        <>
          <Notice tone="no" title={t('editor.overtakenTitle')} role="alert">
            {t('workbench.overtaken', { number: overtakenBy.text.number })}
          </Notice>
          <DiffView
            lines={overtakenBy.lines}
            labels={{ title: t('workbench.yoursAndTheirs'), added: t('history.added'), removed: t('history.removed') }}
          />
        </>
      ) : null}
    </>
  );
};

/** A draft as people write it, with what was found in it beside the text. */
export const DraftPage = (props: DraftPageProps) => {
  const { desk, here, draft, text, source, mayEdit } = props;
  const { t } = desk.reader;
  const open = mayEdit && draft.closedAt === null;
  return (
    <DraftFrame desk={desk} here={here} view="" draft={draft} text={text}>
      <Warnings {...props} />
      <div class="workbench">
        <Form
          action={here}
          id="draft"
          hidden={{ basedOn: String(text.number) }}
          data={{ 'data-island': 'workbench', 'data-source': `${here}/check`, 'data-target': 'found' }}
        >
          <Toolbar
            sticky
            end={
              open ? (
                <>
                  <Button name="do" value="check" variant="plain" size="small">
                    {t('workbench.check')}
                  </Button>
                  <Button size="small">{t('workbench.save')}</Button>
                </>
              ) : undefined
            }
          >
            <LinkButton href={`${desk.base}/policies/schema.json`} variant="quiet" size="small">
              {t('workbench.schema')}
            </LinkButton>
          </Toolbar>
          <CodeEditor
            name="source"
            label={t('workbench.text')}
            help={t('workbench.textHelp')}
            value={source}
            marked={linesFound(props.check)}
            readonly={!open}
          />
        </Form>
        <div class="workbench-found">
          <Panel title={t('workbench.found')}>
            <div id="found" class="found" aria-live="polite">
              <CheckReport desk={desk} check={props.check} />
            </div>
          </Panel>
          {open ? (
            <Form action={`${here}/closure`} inline>
              <Button variant="danger" size="small">
                {t('workbench.throwAway')}
              </Button>
            </Form>
          ) : null}
        </div>
      </div>
    </DraftFrame>
  );
};
