import { Button } from '#ui/components/button.tsx';
import { Form, FormActions } from '#ui/components/form.tsx';
import { Notice } from '#ui/components/notice.tsx';
import { KIND } from '../claim.ts';
import type { ClaimPageProps } from './claim-page-props.ts';

/** The law beside the company's rules: the way to look at it, and the way back. */
export const LawNotice = ({ site, href, file, withdrawal }: ClaimPageProps) => {
  const { t } = site.reader;
  const isWithdrawal = file.decision.occasion === 'withdraw';
  if (!isWithdrawal && withdrawal === null) return null;
  const company = site.brand.name;
  const text = isWithdrawal ? t('claim.law.shown', { company }) : t(`claim.law.${withdrawal ?? 'open'}`);
  return (
    <Notice title={t('claim.law.title')}>
      <p>{text}</p>
      <Form action={`${href}/answers`} hidden={{ path: KIND, value: isWithdrawal ? 'refund' : 'withdraw' }}>
        <FormActions>
          <Button variant="plain">{isWithdrawal ? t('claim.law.back', { company }) : t('claim.law.check')}</Button>
        </FormActions>
      </Form>
    </Notice>
  );
};
