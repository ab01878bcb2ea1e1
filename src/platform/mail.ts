import { createTransport } from 'nodemailer';
import type { Config } from './config.ts';

const TIMEOUT_MS = 10_000;

export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

export type MailResult = { readonly sent: true } | { readonly sent: false; readonly reason: string };

/** Sends one mail now over the configured SMTP server. The reason of a failure is the server's own words, without secrets. */
export async function sendMail(config: Pick<Config, 'smtpUrl' | 'mailFrom'>, mail: Mail): Promise<MailResult> {
  if (config.smtpUrl === undefined) return { sent: false, reason: 'RECOURSE_SMTP_URL is not set' };
  const transport = createTransport(config.smtpUrl, {
    connectionTimeout: TIMEOUT_MS,
    greetingTimeout: TIMEOUT_MS,
    socketTimeout: TIMEOUT_MS,
  } as object);
  try {
    await transport.sendMail({ ...mail, from: config.mailFrom ?? 'recourse@localhost' });
    return { sent: true };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { sent: false, reason: reason.slice(0, 200) };
  } finally {
    transport.close();
  }
}
