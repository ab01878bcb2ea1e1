import type { Desk } from '#domains/people/index.ts';
import { lineHref } from '#ui/components/code-editor.tsx';
import type { Content } from '#ui/components/markup.ts';
import { StatusSign } from '#ui/components/status.tsx';
import type { DraftCheck } from '../drafts/check-draft.ts';
import { policyWords } from './words.ts';

interface CheckReportProps {
  readonly desk: Desk;
  readonly check: DraftCheck;
}

/** No list of findings is longer: who mends these sees the next ones. */
const MAX_SHOWN = 25;

const Found = ({ tone, children }: { readonly tone: 'no' | 'ask'; readonly children: Content }) => (
  <li class={`found-${tone}`}>{children}</li>
);

/** The engine says what is wrong in English, wherever it is asked; its words are marked as such. */
const English = ({ children }: { readonly children: string }) => <span lang="en">{children}</span>;

const Line = ({ desk, line }: { readonly desk: Desk; readonly line: number }) => (
  <a href={lineHref(line)}>{desk.reader.t('workbench.line', { line })}</a>
);

const Problems = ({ desk, check }: CheckReportProps) => {
  const { t } = desk.reader;
  return (
    <section>
      <h3>
        <StatusSign state="no" word={t('workbench.unreadable')} />
      </h3>
      <ul class="found-list">
        {check.refusal ? <Found tone="no">{t(`workbench.refused.${check.refusal}`)}</Found> : null}
        {check.problems.slice(0, MAX_SHOWN).map(({ line, message }) => (
          <Found tone="no">
            <Line desk={desk} line={line} />
            <English>{message}</English>
          </Found>
        ))}
      </ul>
    </section>
  );
};

const Lint = ({ desk, check: { findings } }: CheckReportProps) => {
  const { t } = desk.reader;
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const state = errors > 0 ? 'no' : findings.length > 0 ? 'ask' : 'yes';
  return (
    <section>
      <h3>
        <StatusSign state={state} word={t('workbench.findings', { count: findings.length })} />
      </h3>
      <ul class="found-list">
        {findings.slice(0, MAX_SHOWN).map(({ severity, line, message }) => (
          <Found tone={severity === 'error' ? 'no' : 'ask'}>
            <span>
              <Line desk={desk} line={line} /> · {t(`workbench.severity.${severity}`)}
            </span>
            <English>{message}</English>
          </Found>
        ))}
      </ul>
    </section>
  );
};

const Tests = ({ desk, check }: CheckReportProps) => {
  const { t } = desk.reader;
  const failed = check.tests.filter(({ differences }) => differences.length > 0);
  const passed = check.tests.length - failed.length;
  return (
    <section>
      <h3>
        <StatusSign
          state={failed.length > 0 ? 'no' : check.tests.length === 0 ? 'ask' : 'yes'}
          word={
            check.tests.length === 0
              ? t('workbench.noTests')
              : t('workbench.tests', { passed, total: check.tests.length })
          }
        />
      </h3>
      <ul class="found-list">
        {failed.slice(0, MAX_SHOWN).map(({ name, differences }) => (
          <Found tone="no">
            <strong>{name}</strong>
            {differences.map((difference) => (
              <English>{difference}</English>
            ))}
          </Found>
        ))}
      </ul>
    </section>
  );
};

const Golden = ({ desk, check }: CheckReportProps) => {
  const { t } = desk.reader;
  const words = policyWords(desk, check.compared?.after);
  const broken = check.golden.filter(({ holds }) => !holds);
  const held = check.golden.length - broken.length;
  return (
    <section>
      <h3>
        <StatusSign
          state={broken.length > 0 ? 'no' : 'yes'}
          word={
            check.golden.length === 0
              ? t('workbench.noGolden')
              : t('workbench.goldenHold', { held, total: check.golden.length })
          }
        />
      </h3>
      <ul class="found-list">
        {broken.slice(0, MAX_SHOWN).map(({ golden, outcome, problems }) => (
          <Found tone="no">
            <strong>{golden.name}</strong>
            {outcome ? (
              <span>
                {t('workbench.expectedGot', { expected: words.outcome(golden.expected), got: words.outcome(outcome) })}
              </span>
            ) : (
              problems.map((problem) => <English>{problem}</English>)
            )}
          </Found>
        ))}
      </ul>
    </section>
  );
};

/** Everything a check found, the most urgent first; also what is sent while somebody types. */
export const CheckReport = ({ desk, check }: CheckReportProps) =>
  check.compared === null ? (
    <Problems desk={desk} check={check} />
  ) : (
    <>
      <Lint desk={desk} check={check} />
      <Tests desk={desk} check={check} />
      <Golden desk={desk} check={check} />
    </>
  );

/** The lines a check says something about. */
export const linesFound = ({ problems, findings }: DraftCheck): ReadonlySet<number> =>
  new Set([...problems, ...findings].map(({ line }) => line));
