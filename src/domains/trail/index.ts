export { appendToTrail } from './append-to-trail.ts';
export { deleteTrail, eraseContents } from './queries.ts';
export { type ReadTrail, readTrail, shortHead } from './read-trail.ts';
export { MAX_CONTENT_BYTES, MAX_TRAIL_ENTRIES, type TrailEntry, type TrailFact } from './trail.ts';
