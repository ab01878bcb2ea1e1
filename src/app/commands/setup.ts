import { createFirstAdmin, emailSchema, MIN_PASSWORD, passwordSchema } from '#domains/people/index.ts';
import { sendMail } from '#platform/mail.ts';
import { putInstallation } from '../queries.ts';
import { readPassword } from './read-password.ts';
import { withDatabase } from './session.ts';
import { UsageError } from './usage-error.ts';

const option = (args: readonly string[], name: string): string | undefined => {
  const at = args.indexOf(name);
  return at === -1 ? undefined : args[at + 1];
};

/** Creates the first administrator of an empty deployment. The password never stands on the command line. */
export async function setup(args: readonly string[]): Promise<number> {
  const name = option(args, '--name')?.trim();
  const email = emailSchema.safeParse(option(args, '--email') ?? '');
  if (!name || !email.success) throw new UsageError('A name and a full e-mail address are needed.');
  const password = await readPassword(`Password for ${email.data} (at least ${MIN_PASSWORD} characters): `);
  if (!passwordSchema.safeParse(password).success)
    throw new UsageError(`The password needs at least ${MIN_PASSWORD} characters and must not be a common one.`);
  return withDatabase(async (ctx) => {
    const mailTo = option(args, '--mail-to');
    if (mailTo !== undefined) {
      const mail = await sendMail(ctx.config, {
        to: mailTo,
        subject: 'Recourse: mail works',
        text: 'This is the test message of your Recourse installation. Mail goes out.',
      });
      if (!mail.sent) throw new UsageError(`The test mail could not be sent: ${mail.reason}`);
    }
    await putInstallation(ctx, 'standard');
    await createFirstAdmin(ctx, { name, email: email.data, locale: 'en', password });
    process.stdout.write(`Set up. Sign in at ${ctx.config.publicUrl}/desk\n`);
    return 0;
  });
}
