import type { Site } from '#domains/brands/index.ts';
import type { PlainClause, Provenance } from '#policy/index.ts';
import { Tag, type Tone } from '#ui/components/chip.tsx';
import { safeHref } from '#ui/components/markup.ts';
import { MetaLine } from '#ui/components/meta-line.tsx';
import { type ClauseLabels, PolicyClause } from '#ui/components/policy-clause.tsx';
import type { PageDocument, VersionEntry } from '../policy-page.ts';

const TONES: Readonly<Record<VersionEntry['standing'], Tone | undefined>> = {
  inForce: 'yes',
  future: 'ask',
  announced: 'ask',
  past: undefined,
};

export const StandingTag = ({
  site,
  standing,
}: {
  readonly site: Site;
  readonly standing: VersionEntry['standing'];
}) => <Tag tone={TONES[standing]}>{site.reader.t(`policy.standing.${standing}`)}</Tag>;

const clauseLabels = ({ t }: Site['reader']): ClauseLabels => ({
  when: t('policy.when'),
  needed: t('policy.needed'),
  how: t('policy.how'),
  whom: t('policy.whom'),
  words: t('policy.words'),
  holds: t('policy.holds'),
  holdsNot: t('policy.holdsNot'),
  basis: t('policy.basis'),
});

/** Where a document's parts stand on the page: a version to come beside the one in force has places of its own. */
export const placesOf =
  ({ plain, standing, number }: PageDocument, isAlone: boolean): ((anchor: string) => string) =>
  (anchor) =>
    isAlone || standing === 'inForce' ? anchor : `${plain.id}.${number}${anchor.slice(plain.id.length)}`;

interface ClauseViewProps {
  readonly site: Site;
  readonly clause: PlainClause;
  readonly place: (anchor: string) => string;
  /** Anchors of clauses by their number, for exceptions. */
  readonly anchors: ReadonlyMap<number, string>;
}

const Kicker = ({ site, clause, anchors, place }: ClauseViewProps) => {
  const { t } = site.reader;
  if (clause.kind === 'gate') return <>{t('policy.gate')}</>;
  if (clause.kind === 'otherwise') return <>{t('policy.otherwise')}</>;
  return (
    <>
      {t('policy.exceptionTo')}{' '}
      {clause.exceptionTo.map((number, i) => (
        <>
          {i === 0 ? '' : ', '}
          <a href={`#${place(anchors.get(number) ?? '')}`}>{t('policy.clause', { number })}</a>
        </>
      ))}
    </>
  );
};

const Basis = ({ clause: { cite } }: Pick<ClauseViewProps, 'clause'>) => {
  const name = [cite?.source, cite?.section].filter(Boolean).join(', ');
  const href = safeHref(cite?.url);
  return href === undefined ? (
    <>{name}</>
  ) : (
    <a href={href} rel="noopener external">
      {name}
    </a>
  );
};

const ClauseView = (props: ClauseViewProps) => {
  const { site, clause, place } = props;
  const { t } = site.reader;
  return (
    <PolicyClause
      id={place(clause.anchor)}
      number={clause.number}
      outcome={clause.outcome}
      kicker={clause.kind === 'rule' ? undefined : <Kicker {...props} />}
      isNested={clause.kind === 'exception' && clause.exceptionTo.length === 1}
      lead={clause.when === null ? (clause.text ?? undefined) : undefined}
      when={clause.when ?? undefined}
      evidence={clause.evidence}
      details={clause.details}
      choices={clause.choices.map(({ is, value }) => ({ is: is ?? t('policy.otherCase'), value }))}
      holds={clause.when === null ? undefined : (clause.text ?? undefined)}
      holdsNot={clause.textNot ?? undefined}
      basis={clause.cite ? <Basis clause={clause} /> : undefined}
      linkLabel={t('policy.linkTo', { number: clause.number })}
      labels={clauseLabels(site.reader)}
    />
  );
};

const Source = ({ site, source }: { readonly site: Site; readonly source: Provenance }) => {
  const { t, date } = site.reader;
  const href = safeHref(source.url);
  const facts = [
    ...(source.retrievedAt ? [t('policy.readOn', { date: date(source.retrievedAt) })] : []),
    ...(source.reviewedAt ? [t('policy.reviewedOn', { date: date(source.reviewedAt) })] : []),
  ];
  return (
    <li>
      {/* Sources are named, and notes written, in the language of whoever read them. */}
      <span lang={site.reader.locale === 'en' ? undefined : 'en'}>
        {href === undefined ? (
          source.source
        ) : (
          <a href={href} rel="noopener external">
            {source.source}
          </a>
        )}
      </span>{' '}
      <Tag tone={source.verified ? 'yes' : 'ask'}>{t(source.verified ? 'policy.verified' : 'policy.unverified')}</Tag>{' '}
      <span class="small soft">{facts.join(' · ')}</span>
      {source.note ? (
        <p class="small soft" lang={site.reader.locale === 'en' ? undefined : 'en'}>
          {source.note}
        </p>
      ) : null}
    </li>
  );
};

const Facts = ({ site, document }: { readonly site: Site; readonly document: PageDocument }) => {
  const { t, date } = site.reader;
  return (
    <MetaLine
      items={[
        { label: t('policy.since'), value: date(document.from), datetime: document.from },
        ...(document.until
          ? [{ label: t('policy.until'), value: date(document.until), datetime: document.until }]
          : []),
        { label: t('policy.version'), value: String(document.number) },
      ]}
    />
  );
};

interface DocumentProps {
  readonly site: Site;
  readonly document: PageDocument;
  /** The page shows this version and no other. */
  readonly isAlone?: boolean;
}

/** One document: since when, its clauses chapter by chapter, appeal, sources. */
export const PolicyDocumentView = ({ site, document, isAlone = false }: DocumentProps) => {
  const { t } = site.reader;
  const { plain } = document;
  const place = placesOf(document, isAlone);
  const anchors = new Map(plain.chapters.flatMap(({ clauses }) => clauses.map((each) => [each.number, each.anchor])));
  return (
    <section class={`policy-document policy-${document.layer === 'statute' ? 'law' : 'own'}`} id={place(plain.id)}>
      <header>
        <h2>{plain.title}</h2>
        <div class="cluster">
          <StandingTag site={site} standing={document.standing} />
          <Facts site={site} document={document} />
        </div>
        {document.regions.length > 0 ? (
          <p class="small soft">{t('policy.regions', { regions: site.reader.list(document.regions) })}</p>
        ) : null}
      </header>
      {plain.chapters.map(({ occasion, title, clauses }) => (
        <section class="policy-chapter" id={place(`${plain.id}.on-${occasion}`)}>
          <h3>{title}</h3>
          {clauses.map((clause) => (
            <ClauseView site={site} clause={clause} place={place} anchors={anchors} />
          ))}
        </section>
      ))}
      {plain.appeal.length > 0 ? (
        <section class="policy-chapter" id={place(`${plain.id}.appeal`)}>
          <h3>{t('policy.appeal')}</h3>
          {plain.appeal.map((sentence) => (
            <p class="read">{sentence}</p>
          ))}
        </section>
      ) : null}
      <section class="policy-chapter policy-sources">
        <h3>{t('policy.sources')}</h3>
        <ul>
          {document.provenance.map((source) => (
            <Source site={site} source={source} />
          ))}
        </ul>
      </section>
    </section>
  );
};
