import { Button, LinkButton } from '#ui/components/button.tsx';
import { Form, FormActions } from '#ui/components/form.tsx';
import { Icon } from '#ui/components/icons.tsx';
import { Cluster, Section, Stack } from '#ui/components/page.tsx';
import { KEEP_MONTHS } from '../claim.ts';
import type { ClaimPageProps } from './claim-page-props.ts';

/** The secret link, how long the claim stays, and the way to be rid of it. */
export const KeepSection = ({ site, href, file, trail }: ClaimPageProps) => {
  const { t, date } = site.reader;
  const link = site.origin + href;
  const until = date(file.claim.expiresAt.toZonedDateTimeISO(file.zone).toPlainDate().toString());
  const mail = `mailto:?${new URLSearchParams({ subject: t('claim.keep.subject', { company: site.brand.name }), body: link }).toString().replaceAll('+', '%20')}`;
  return (
    <Section title={t('claim.keep.title')} id="keep">
      <Stack read>
        <p>{t('claim.keep.text')}</p>
        <p class="secret-link">
          <code>{link}</code>
        </p>
        <Cluster>
          <Button
            type="button"
            variant="plain"
            icon="share"
            data={{ 'data-copy': link, 'data-copied': t('claim.copied') }}
          >
            {t('claim.copy')}
          </Button>
          <LinkButton href={mail} variant="plain" icon="mail">
            {t('claim.keep.mail')}
          </LinkButton>
        </Cluster>
        <p>{t(file.claim.keptAt === null ? 'claim.keep.until' : 'claim.keep.keptUntil', { date: until })}</p>
        <Form action={`${href}/keeping`}>
          <FormActions>
            {file.claim.keptAt === null ? <Button>{t('claim.keep.button', { months: KEEP_MONTHS })}</Button> : null}
            <LinkButton href={`${href}/deletion`} variant="plain">
              {t('claim.delete')}
            </LinkButton>
          </FormActions>
        </Form>
        <p class="trail-seal">
          <Icon name={trail.head === null ? 'warning' : 'shield'} size="small" />
          <span>
            {trail.head === null ? t('claim.trail.broken') : t('claim.trail.intact', { count: trail.entries })}
          </span>
          {trail.head === null ? null : <code>{trail.head}</code>}
        </p>
      </Stack>
    </Section>
  );
};
