import { existsSync, realpathSync } from 'node:fs';
import { addressOf, askServer, chooseEndpoint, type DatabaseAddress } from './connection.ts';
import { findLayout } from './layout.ts';
import { findPostmaster } from './postmaster.ts';
import { DEFAULT_PORT } from './settings.ts';

/**
 * The address of a server another process supervises on this folder, for a command that runs beside it.
 * @returns null when none runs or answers there
 */
export async function joinEmbeddedPostgres(dataDir: string): Promise<DatabaseAddress | null> {
  if (!existsSync(dataDir)) return null;
  const layout = findLayout(realpathSync(dataDir));
  const running = findPostmaster(layout.cluster);
  if (!running) return null;
  const endpoint = await chooseEndpoint(layout, { wanted: undefined, running: running.port, fallback: DEFAULT_PORT });
  return (await askServer(endpoint)) === 'answers' ? addressOf(endpoint) : null;
}
