import { HTTPException } from 'hono/http-exception';
import { Fault, type FaultKind, type FieldProblem } from '#lib/faults.ts';
import { Unavailable } from '../unavailable.ts';

/** What a failed request says, the same for pages and JSON. `reference` finds the log line; nothing else leaks. */
export interface Failure {
  readonly status: 400 | 403 | 404 | 409 | 413 | 429 | 500 | 503;
  readonly kind: FaultKind | 'tooLarge' | 'unavailable' | 'internal';
  readonly message: string;
  readonly reason?: string;
  readonly fields: readonly FieldProblem[];
  readonly retryAfterSeconds?: number;
}

const STATUS: Readonly<Record<FaultKind, Failure['status']>> = {
  notFound: 404,
  forbidden: 403,
  invalid: 400,
  conflict: 409,
  tooMany: 429,
};

/** What `Request.formData` throws for a body that is no form. */
const NOT_A_FORM = /^(?:Failed to parse body as FormData|Content-Type was not one of)/;

/** PostgreSQL and socket errors that mean “not now” rather than “never”. */
const UNAVAILABLE =
  /ECONNREFUSED|ECONNRESET|ENOENT|timeout exceeded when trying to connect|Connection terminated|terminating connection|57P0[123]|53300/;

const isUnavailable = (error: Error): boolean => {
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  return (
    UNAVAILABLE.test(`${code} ${error.message}`) &&
    ('severity' in error || 'syscall' in error || /connect|Connection/.test(error.message))
  );
};

/** After this a lost database connection is worth another try. */
const DATABASE_RETRY_SECONDS = 5;

const unavailable = (retryAfterSeconds: number): Failure => ({
  status: 503,
  kind: 'unavailable',
  message: 'the service cannot answer right now',
  fields: [],
  retryAfterSeconds,
});

const UNREADABLE: Failure = { status: 400, kind: 'invalid', message: 'the request could not be read', fields: [] };

/** Turns anything thrown while answering a request into what the caller is told. */
export function failureOf(error: unknown): Failure {
  if (error instanceof Fault) {
    const { reason, fields = [], retryAfterSeconds } = error.details;
    return {
      status: STATUS[error.kind],
      kind: error.kind,
      message: error.message,
      fields,
      ...(reason === undefined ? {} : { reason }),
      ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }),
    };
  }
  if (error instanceof HTTPException) {
    if (error.status === 413)
      return { status: 413, kind: 'tooLarge', message: 'what was sent is too large', fields: [] };
    if (error.status === 403)
      return { status: 403, kind: 'forbidden', message: 'this request came from another site', fields: [] };
    if (error.status < 500) return UNREADABLE;
  }
  if (error instanceof Unavailable) return unavailable(error.retryAfterSeconds);
  if (error instanceof TypeError && NOT_A_FORM.test(error.message)) return UNREADABLE;
  if (error instanceof Error && isUnavailable(error)) return unavailable(DATABASE_RETRY_SECONDS);
  return { status: 500, kind: 'internal', message: 'something went wrong here', fields: [] };
}

/** The one JSON shape of a failure. */
export const failureJson = (failure: Failure, reference: string) => ({
  error: {
    kind: failure.kind,
    message: failure.message,
    ...(failure.reason === undefined ? {} : { reason: failure.reason }),
    ...(failure.fields.length === 0 ? {} : { fields: failure.fields }),
    reference,
  },
});
