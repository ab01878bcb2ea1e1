import { inReader, type Site } from '#domains/brands/index.ts';
import { SupportBadge } from '#ui/components/status.tsx';
import { Table } from '#ui/components/table.tsx';
import { type DeviceMeta, type DeviceModel, modelStatusOn } from '../article.ts';

const period = (site: Site, model: DeviceModel): string | undefined => {
  const { t, date } = site.reader;
  if (model.since && model.until) return t('device.sinceUntil', { since: date(model.since), until: date(model.until) });
  if (model.since) return t('device.since', { date: date(model.since) });
  return model.until ? t('device.until', { date: date(model.until) }) : undefined;
};

/** Which models play, how well, and since or until when. */
export const DeviceFacts = ({ site, meta }: { readonly site: Site; readonly meta: DeviceMeta }) => {
  const { t } = site.reader;
  const today = site.now.toZonedDateTimeISO('UTC').toPlainDate().toString();
  return (
    <section class="section" id="models">
      <h2>{t('device.models')}</h2>
      {meta.maxQuality === undefined ? null : (
        <p>
          {t('device.maxQuality')}: <strong>{t(`quality.${meta.maxQuality}`)}</strong>
        </p>
      )}
      <Table
        caption={t('device.models')}
        hideCaption
        id="model-table"
        columns={[{ label: t('device.model') }, { label: t('device.system') }, { label: t('device.status') }]}
        rows={meta.models.map((model) => {
          const status = modelStatusOn(model, today);
          return [
            model.name,
            model.system ?? '–',
            <>
              <SupportBadge level={status} word={t(`support.${status}`)} detail={period(site, model)} />
              {model.note ? <p class="small">{inReader(site, model.note)}</p> : null}
            </>,
          ];
        })}
      />
    </section>
  );
};
