import { createTransport } from 'nodemailer';
import type { Config } from '../config.ts';
import type { Carrier } from './outbox.ts';
import type { OutgoingMessage } from './queries.ts';

const TIMEOUT_MS = 10_000;
const MAX_REASON = 300;
/** SMTP replies from here on will be the same next time (RFC 5321, 4.2.1). */
const SMTP_FINAL = 500;
const HTTP_AGAIN: ReadonlySet<number> = new Set([408, 425, 429]);

export type CarrierConfig = Pick<Config, 'smtpUrl' | 'mailFrom' | 'smsUrl' | 'smsKey' | 'publicUrl'>;

const failed = (reason: string, final: boolean) => ({
  sent: false as const,
  reason: reason.slice(0, MAX_REASON),
  final,
});

const codeOf = (error: unknown): number =>
  typeof error === 'object' && error !== null && 'responseCode' in error ? Number(error.responseCode) : 0;

/** Mail by the configured SMTP server. The Message-ID is made of ours, so that one sent twice is seen as one. */
async function carryMail(config: CarrierConfig, message: OutgoingMessage): ReturnType<Carrier> {
  if (config.smtpUrl === undefined) return failed('RECOURSE_SMTP_URL is not set', false);
  const timeouts = { connectionTimeout: TIMEOUT_MS, greetingTimeout: TIMEOUT_MS, socketTimeout: TIMEOUT_MS };
  const transport = createTransport(config.smtpUrl, timeouts as object);
  const { hostname } = new URL(config.publicUrl);
  try {
    await transport.sendMail({
      from: config.mailFrom ?? 'recourse@localhost',
      to: { name: '', address: message.recipient },
      subject: message.subject,
      text: message.text ?? '',
      ...(message.html === null ? {} : { html: message.html }),
      messageId: `<${message.id}@${hostname}>`,
      headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': message.locale },
      disableFileAccess: true,
      disableUrlAccess: true,
    });
    return { sent: 'relay' };
  } catch (error) {
    return failed(error instanceof Error ? error.message : String(error), codeOf(error) >= SMTP_FINAL);
  } finally {
    transport.close();
  }
}

/**
 * Text messages by a gateway of the operator's: `POST` of `{id, to, text}` as JSON with the key as bearer token; 2xx is
 * taken, 408, 425, 429 and 5xx are tried again with the same id, anything else is given up.
 */
async function carrySms(config: CarrierConfig, message: OutgoingMessage): ReturnType<Carrier> {
  if (config.smsUrl === undefined) return failed('RECOURSE_SMS_URL is not set', false);
  try {
    const answer = await fetch(config.smsUrl, {
      method: 'POST',
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT_MS),
      headers: {
        'content-type': 'application/json',
        ...(config.smsKey ? { authorization: `Bearer ${config.smsKey}` } : {}),
      },
      body: JSON.stringify({ id: message.id, to: message.recipient, text: message.text ?? '' }),
    });
    await answer.body?.cancel();
    if (answer.ok) return { sent: 'relay' };
    return failed(
      `the gateway answered ${answer.status}`,
      answer.status < SMTP_FINAL && !HTTP_AGAIN.has(answer.status),
    );
  } catch (error) {
    return failed(error instanceof Error ? error.message : String(error), false);
  }
}

/**
 * How messages leave this installation.
 * @param keepsUnsent in a demo, what no server is configured for is kept for the mailbox at the desk
 */
export const carrierFor =
  (config: CarrierConfig, keepsUnsent: boolean): Carrier =>
  async (message) => {
    const configured = message.medium === 'mail' ? config.smtpUrl : config.smsUrl;
    if (configured === undefined && keepsUnsent) return { sent: 'mailbox' };
    return message.medium === 'mail' ? carryMail(config, message) : carrySms(config, message);
  };
