export type { DatabaseAddress } from './connection.ts';
export { type EmbeddedPostgresCode, EmbeddedPostgresError } from './errors.ts';
export { joinEmbeddedPostgres } from './join.ts';
export type { EmbeddedPostgres, SupervisorLog } from './running.ts';
export type { Durability } from './settings.ts';
export { type StartOptions, startEmbeddedPostgres } from './start.ts';
export { startThrowawayPostgres, sweepThrowaways, type ThrowawayPostgres } from './throwaway.ts';
