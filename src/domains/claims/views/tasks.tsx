import { BrandChannel, type Site } from '#domains/brands/index.ts';
import { capitalised, labelsFor } from '#policy/index.ts';
import { Button, LinkButton } from '#ui/components/button.tsx';
import { Form, FormActions } from '#ui/components/form.tsx';
import { FactList } from '#ui/components/meta-line.tsx';
import { Cluster, Stack } from '#ui/components/page.tsx';
import { type Task, TickList } from '#ui/components/task-list.tsx';
import { DateField, TextArea } from '#ui/components/text-field.tsx';
import { bestChannels } from '../best-channels.ts';
import { bankDays } from '../chargeback.ts';
import { type ClaimFile, MAX_STORY, STORY } from '../claim.ts';
import { deadlinesOf } from '../papers/deadlines.ts';
import { evidenceProgress, neededEvidence, SIGNED_FORM } from '../papers/evidence.ts';
import { evidenceNotes } from '../papers/evidence-words.ts';
import { STEPS } from '../track-claim.ts';

interface TaskProps {
  readonly site: Site;
  readonly href: string;
  readonly file: ClaimFile;
}

const tickLabels = ({ t }: Site['reader']) => ({
  tick: t('claim.tick'),
  untick: t('claim.untick'),
  done: t('claim.done'),
  open: t('claim.open'),
});

const Papers = ({ site, href, file }: TaskProps) => {
  const { t, locale } = site.reader;
  const labels = labelsFor(locale, file.policies);
  const needed = neededEvidence(file);
  const { done, of } = evidenceProgress(needed);
  return (
    <>
      <p>{t(needed.every(({ anyOf }) => anyOf) ? 'claim.papers.any' : 'claim.papers.all', { done, of })}</p>
      <TickList
        action={`${href}/ticks`}
        labels={tickLabels(site.reader)}
        items={needed.map((paper) => ({
          what: `evidence:${paper.type}`,
          label: capitalised(labels.word('evidence', paper.type), locale),
          help: evidenceNotes(locale, paper.type).map((note) => <span>{note} </span>),
          done: paper.done,
        }))}
      />
      {needed.some(({ type }) => type === SIGNED_FORM) ? (
        <Cluster>
          <LinkButton href={`${href}/pack`} variant="plain" icon="print">
            {t('claim.pack')}
          </LinkButton>
        </Cluster>
      ) : null}
    </>
  );
};

const Story = ({ site, href, file }: TaskProps) => {
  const { t } = site.reader;
  return (
    <details class="more" open={file.story !== ''}>
      <summary>{t('claim.story.title')}</summary>
      <Form action={`${href}/answers`} hidden={{ path: STORY }}>
        <TextArea
          name="value"
          id="story"
          label={t('claim.story.label')}
          help={t('claim.story.help')}
          value={file.story}
          rows={5}
          maxlength={MAX_STORY}
        />
        <FormActions>
          <Button variant="plain">{t('claim.story.save')}</Button>
        </FormActions>
      </Form>
    </details>
  );
};

const Letter = (props: TaskProps) => {
  const { site, href } = props;
  return (
    <>
      <p>{site.reader.t('claim.letter.text', { company: site.brand.name })}</p>
      <Cluster>
        <LinkButton href={`${href}/letter`} icon="edit">
          {site.reader.t('claim.letter.open')}
        </LinkButton>
      </Cluster>
      <Story {...props} />
    </>
  );
};

const Where = ({ site, file }: TaskProps) => {
  const { t } = site.reader;
  const [best, ...others] = bestChannels(file.channels, { region: file.region, bought: file.channel, now: file.now });
  if (!best) return <p>{t('claim.where.seller')}</p>;
  return (
    <>
      <p>{t('claim.where.text')}</p>
      <BrandChannel site={site} channel={best} level={3} />
      {others.length > 0 ? (
        <details class="more">
          <summary>{t('claim.where.others')}</summary>
          <Stack>
            {others.map((channel) => (
              <BrandChannel site={site} channel={channel} level={3} />
            ))}
          </Stack>
        </details>
      ) : null}
    </>
  );
};

const Dates = ({ site, href, file }: TaskProps) => {
  const { t, date } = site.reader;
  const days = deadlinesOf(file);
  const rows = [
    { label: t('claim.dates.last'), day: days.lastDay },
    { label: t('claim.dates.answer'), day: days.answerBy },
    { label: t('claim.dates.money'), day: days.moneyBy },
    { label: t('claim.dates.remind'), day: days.remindOn },
  ];
  return (
    <>
      <FactList
        items={rows.flatMap(({ label, day }) =>
          day === null ? [] : [{ label, value: date(day.toString()), datetime: day.toString() }],
        )}
      />
      <Cluster>
        <LinkButton href={`${href}/deadlines.ics`} variant="plain" icon="clock">
          {t('claim.dates.file')}
        </LinkButton>
      </Cluster>
    </>
  );
};

const SentForm = ({ site, href, file }: TaskProps) => {
  const { t } = site.reader;
  const today = file.now.toZonedDateTimeISO(file.zone).toPlainDate().toString();
  return (
    <Form action={`${href}/ticks`} hidden={{ what: 'step:sent', done: 'yes' }} inline>
      <DateField name="on" label={t('claim.step.sentOn')} value={today} max={today} />
      <Button>{t('claim.step.sent')}</Button>
    </Form>
  );
};

const Refused = ({ site, href, file }: TaskProps) => {
  const { t, date } = site.reader;
  const bank = file.charge.on === null ? null : bankDays(file.charge.on);
  return (
    <>
      <p>{t('claim.refused.appeal')}</p>
      {bank ? (
        <>
          <p>{t('claim.refused.bank', { card: date(bank.card) })}</p>
          <p>{t('claim.refused.debit', { debit: date(bank.debit), unauthorised: date(bank.unauthorised) })}</p>
        </>
      ) : (
        <p>{t('claim.refused.bankOpen')}</p>
      )}
      <p>{t('claim.refused.bodies')}</p>
      <p>
        <a href={`${href}/file.pdf`}>{t('claim.file')}</a>
      </p>
    </>
  );
};

const Track = (props: TaskProps) => {
  const { site, href, file } = props;
  const { t, date } = site.reader;
  const tickOf = (step: string) => file.ticks.find(({ what }) => what === `step:${step}`);
  const isSent = tickOf('sent') !== undefined;
  const day = (step: string): string | undefined => {
    const at = tickOf(step)?.at;
    return at && date(at.toZonedDateTimeISO(file.zone).toPlainDate().toString());
  };
  return (
    <>
      {isSent ? null : <SentForm {...props} />}
      {isSent ? (
        <TickList
          action={`${href}/ticks`}
          labels={{ ...tickLabels(site.reader), tick: t('claim.step.tick') }}
          items={STEPS.map((step) => ({
            what: `step:${step}`,
            label: t(`claim.step.${step}Done`),
            help: day(step),
            done: tickOf(step) !== undefined,
          }))}
        />
      ) : null}
      <Cluster>
        <LinkButton href={`${href}/contacts`} variant="plain" icon="chat">
          {file.contacts.length === 0
            ? t('claim.contacts.first')
            : t('claim.contacts.open', { count: file.contacts.length })}
        </LinkButton>
      </Cluster>
      <details class="more" open={tickOf('refused') !== undefined}>
        <summary>{t('claim.refused.title')}</summary>
        <Refused {...props} />
      </details>
    </>
  );
};

/** Everything to do about a claim, in order. A claim that goes elsewhere, or that has no papers, is shorter. */
export function tasksOf(site: Site, href: string, file: ClaimFile): readonly Task[] {
  const { t } = site.reader;
  const props = { site, href, file };
  const isDone = (what: string): boolean => file.ticks.some((tick) => tick.what === what);
  const needed = neededEvidence(file);
  const progress = evidenceProgress(needed);
  const papers: Task = {
    id: 'papers',
    title: t('claim.papers.title'),
    done: progress.done === progress.of,
    children: <Papers {...props} />,
  };
  return [
    ...(needed.length > 0 ? [papers] : []),
    { id: 'letter', title: t('claim.letter.title'), done: isDone('step:sent'), children: <Letter {...props} /> },
    { id: 'where', title: t('claim.where.title'), done: isDone('step:sent'), children: <Where {...props} /> },
    { id: 'track', title: t('claim.track.title'), done: isDone('step:paid'), children: <Track {...props} /> },
    { id: 'dates', title: t('claim.dates.title'), done: false, children: <Dates {...props} /> },
  ];
}
