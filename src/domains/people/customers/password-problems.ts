import type { FieldProblem } from '#lib/faults.ts';
import { MAX_PASSWORD, MIN_PASSWORD, passwordSchema } from '../staff.ts';
import type { AccountContext } from './request.ts';

/** What is wrong with a new password, at its field. */
export const passwordProblems = (c: AccountContext, password: string): FieldProblem[] =>
  passwordSchema.safeParse(password).success
    ? []
    : [
        {
          path: 'password',
          message: c.var.site.reader.t('account.passwordWrong', { count: MIN_PASSWORD, most: MAX_PASSWORD }),
        },
      ];
