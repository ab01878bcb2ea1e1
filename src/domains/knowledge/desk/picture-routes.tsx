import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { siteUrls } from '#domains/brands/index.ts';
import { canEditKnowledge, type Desk, type DeskEnv, DeskPage, must } from '#domains/people/index.ts';
import type { Files } from '#platform/files/files.ts';
import { Button } from '#ui/components/button.tsx';
import { Card, Grid } from '#ui/components/card.tsx';
import { EmptyState } from '#ui/components/empty-state.tsx';
import { Form, FormActions } from '#ui/components/form.tsx';
import { PageHead } from '#ui/components/heading.tsx';
import { Flash, Notice } from '#ui/components/notice.tsx';
import { FileField } from '#ui/components/text-field.tsx';
import { addPicture } from '../add-picture.ts';
import type { Picture } from '../brand-words.ts';
import { MAX_PICTURE_BYTES } from '../picture-file.ts';
import { listPictures } from '../queries/brand-words.ts';

const FORM_ROOM = 100_000;
const SHOWN = 200;

const PicturesPage = ({
  desk,
  pictures,
  problem,
  done,
}: {
  readonly desk: Desk;
  readonly pictures: readonly Picture[];
  readonly problem?: string;
  readonly done: boolean;
}) => {
  const { t, number } = desk.reader;
  const urls = siteUrls(desk.brand.id, desk.brand.defaultLocale, false);
  return (
    <DeskPage desk={desk} title={t('desk.pictures')}>
      <PageHead title={t('desk.pictures')} lead={t('pictures.lead')} />
      {done ? <Flash>{t('desk.saved')}</Flash> : null}
      {problem === undefined ? null : (
        <Notice tone="no" role="alert" title={t('pictures.refused')}>
          {problem}
        </Notice>
      )}
      <Form action={`${desk.base}/pictures`} multipart>
        <FileField
          name="picture"
          label={t('pictures.file')}
          help={t('pictures.help', { size: MAX_PICTURE_BYTES / 1_000_000 })}
          accept=".svg,.png,.jpg,.webp"
          required
        />
        <FormActions>
          <Button>{t('pictures.add')}</Button>
        </FormActions>
      </Form>
      {pictures.length === 0 ? (
        <EmptyState title={t('list.emptyTitle')} text={t('pictures.empty')} />
      ) : (
        <Grid small>
          {pictures.slice(0, SHOWN).map((picture) => (
            <Card
              title={picture.name}
              meta={t('pictures.size', { size: number(Math.ceil(picture.byteSize / 1000)) })}
              level={2}
            >
              <img class="step-picture" src={urls.picture(picture.name, picture.contentHash)} alt="" loading="lazy" />
            </Card>
          ))}
        </Grid>
      )}
    </DeskPage>
  );
};

/** Step pictures: look at them, add one, replace one by its name. */
export function pictureRoutes(files: Files): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>();
  app.get('/pictures', async (c) =>
    c.html(
      <PicturesPage
        desk={c.var.desk}
        pictures={await listPictures(c.var.ctx, c.var.desk.brand.id)}
        done={c.req.query('done') === 'yes'}
      />,
    ),
  );
  const tooLarge = bodyLimit({
    maxSize: MAX_PICTURE_BYTES + FORM_ROOM,
    onError: async (c) => {
      const { desk, ctx } = (c as unknown as { var: DeskEnv['Variables'] }).var;
      const problem = desk.reader.t('pictures.tooLarge', { size: MAX_PICTURE_BYTES / 1_000_000 });
      return c.html(
        <PicturesPage desk={desk} pictures={await listPictures(ctx, desk.brand.id)} problem={problem} done={false} />,
        413,
      );
    },
  });
  app.post('/pictures', tooLarge, async (c) => {
    const { desk, ctx } = c.var;
    must(canEditKnowledge(desk.staff, desk.brand.id));
    const file = (await c.req.formData()).get('picture');
    const bytes = file instanceof File ? new Uint8Array(await file.arrayBuffer()) : new Uint8Array();
    const name = file instanceof File ? file.name.toLowerCase() : '';
    const result = await addPicture({ ...ctx, files }, { brandId: desk.brand.id, name, bytes });
    if ('problem' in result) {
      const pictures = await listPictures(ctx, desk.brand.id);
      const problem = `${name}: ${result.problem}`;
      return c.html(<PicturesPage desk={desk} pictures={pictures} problem={problem} done={false} />, 422);
    }
    return c.redirect(`${desk.base}/pictures?done=yes`, 303);
  });
  return app;
}
