/** `off` is for throw-away databases of tests only: a crash of the machine may lose or damage them. */
export type Durability = 'full' | 'off';

/** How clients reach the server: a socket in the data folder, or a loopback port with a password. */
export type Endpoint =
  | { readonly kind: 'socket'; readonly folder: string; readonly port: number }
  | { readonly kind: 'loopback'; readonly port: number; readonly password: string };

export const DATABASE = 'recourse';
export const SUPERUSER = 'recourse';
export const DEFAULT_PORT = 5432;
export const LOOPBACK = '127.0.0.1';

/** sockaddr_un holds 108 bytes on Linux and 104 on macOS and the BSDs, the closing zero included. */
const SOCKET_PATH_LIMIT_BYTES = 103;

const ALWAYS: Readonly<Record<string, string>> = {
  max_connections: '60',
  shared_buffers: '128MB',
  max_wal_size: '512MB',
  random_page_cost: '1.1',
  jit: 'off',
  timezone: 'UTC',
  // A backend whose node was killed ends its query instead of holding locks.
  client_connection_check_interval: '2s',
  // The server log keeps to the server's own fate: statements and rejected values may hold personal data.
  log_timezone: 'UTC',
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_statement: 'none',
  log_checkpoints: 'off',
};

const BY_DURABILITY: Readonly<Record<Durability, Readonly<Record<string, string>>>> = {
  full: { fsync: 'on', synchronous_commit: 'on', full_page_writes: 'on' },
  off: { fsync: 'off', full_page_writes: 'off', wal_level: 'minimal', max_wal_senders: '0' },
};

/** Whether the socket of `folder` has a path the system can take, and PostgreSQL's list of folders can name. */
export function socketFits(folder: string, port: number): boolean {
  if (process.platform === 'win32' || /[,"]/.test(folder)) return false;
  return Buffer.byteLength(`${folder}/.s.PGSQL.${port}`) <= SOCKET_PATH_LIMIT_BYTES;
}

/** Who may connect, and only through the one endpoint there is (the syntax of pg_hba.conf). */
export function accessRules(endpoint: Endpoint): string {
  // The socket lies in a folder only the server's user (and root) can enter: reaching it is the proof.
  if (endpoint.kind === 'socket') return 'local all all trust\n';
  return `host all all ${LOOPBACK}/32 scram-sha-256\n`;
}

/**
 * The arguments of the server. All settings go here rather than to a file, so that PostgreSQL's own record of them
 * (postmaster.opts) tells whether a running server is the one we would start.
 */
export function serverArguments(options: {
  cluster: string;
  rulesFile: string;
  endpoint: Endpoint;
  durability: Durability;
  release: string;
}): string[] {
  const { endpoint } = options;
  const settings = {
    ...ALWAYS,
    ...BY_DURABILITY[options.durability],
    cluster_name: `recourse-${options.release}`,
    hba_file: options.rulesFile,
    port: String(endpoint.port),
    listen_addresses: endpoint.kind === 'loopback' ? LOOPBACK : '',
    unix_socket_directories: endpoint.kind === 'socket' ? endpoint.folder : '',
    unix_socket_permissions: '0700',
  };
  return ['-D', options.cluster, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])];
}
