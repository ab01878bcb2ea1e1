/** Stable reasons a start can fail; an operator's page or a script may branch on them. */
export type EmbeddedPostgresCode =
  | 'unsupported-platform'
  | 'binaries-missing'
  | 'binaries-unusable'
  | 'no-account'
  | 'in-use'
  | 'disk-full'
  | 'out-of-memory'
  | 'wrong-permissions'
  | 'version-mismatch'
  | 'not-a-cluster'
  | 'data-missing'
  | 'damaged'
  | 'port-taken'
  | 'still-starting'
  | 'start-failed'
  | 'server-lost';

/**
 * The embedded database cannot do what was asked. `message` is whole: what happened, then what to do.
 * `detail` holds the last lines PostgreSQL or the system said, for the log rather than for a page.
 */
export class EmbeddedPostgresError extends Error {
  readonly code: EmbeddedPostgresCode;
  readonly nextStep: string;
  readonly detail: string;

  constructor(code: EmbeddedPostgresCode, problem: string, nextStep: string, detail = '') {
    super(`${problem} ${nextStep}`);
    this.name = 'EmbeddedPostgresError';
    this.code = code;
    this.nextStep = nextStep;
    this.detail = detail;
  }
}
