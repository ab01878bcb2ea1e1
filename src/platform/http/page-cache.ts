import type { IncomingMessage, ServerResponse } from 'node:http';
import { sha256 } from '#lib/bytes.ts';
import { chooseEncoding, type Encoding, encodeSync } from './encoding.ts';

const MAX_PAGES = 2000;
const MAX_PAGE_BYTES = 400_000;
const MAX_HEADER = 2000;
/** All pages together, uncompressed. */
const MAX_TOTAL_BYTES = 64_000_000;
/** Also the longest a page may lag behind the clock, e.g. in “open now”. */
const LIFETIME_MS = 60_000;
/** Shared caches may hold a page shortly; browsers always ask again, which costs them a 304. */
const CACHE_CONTROL = 'public, max-age=0, s-maxage=10, must-revalidate';

interface Entry {
  readonly group: string;
  readonly tag: string | undefined;
  readonly etag: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly bodies: Map<Encoding, Uint8Array>;
  readonly expiresAt: number;
}

export interface CacheablePage {
  /** What is dropped together, e.g. a brand. */
  readonly group: string;
  /** Reported on every hit, e.g. the article that was read. */
  readonly tag?: string;
  readonly html: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** RFC 9110, 13.1.2: a list or `*`; a proxy that compresses makes the tag a weak one. */
const isKnown = (header: string | undefined, etag: string): boolean =>
  (header ?? '')
    .slice(0, MAX_HEADER)
    .split(',')
    .some((tag) => tag.trim() === '*' || tag.trim().replace(/^W\//, '') === etag);

/**
 * Whole public pages, ready to send in each encoding. It stands before the router: a hit costs a look-up and a write.
 * Only pages that are the same for everybody go in; their address, host included, is the key.
 */
export class PageCache {
  readonly #entries = new Map<string, Entry>();
  readonly #generations = new Map<string, number>();
  #bytes = 0;
  readonly #onHit: (tag: string) => void;
  readonly #now: () => number;

  constructor(onHit: (tag: string) => void, now: () => number = () => performance.now()) {
    this.#onHit = onHit;
    this.#now = now;
  }

  static key = (host: string | undefined, path: string): string => `${host ?? ''}\n${path}`;

  /** Counts how often a group was dropped; taken before a page is made, it tells `put` whether the page is already old. */
  generation(group: string): number {
    return this.#generations.get(group) ?? 0;
  }

  /** Keeps a page, unless its group was dropped while it was being made. */
  put(key: string, page: CacheablePage, generation: number): void {
    const body = Buffer.from(page.html);
    if (body.byteLength > MAX_PAGE_BYTES || generation !== this.generation(page.group)) return;
    this.#forget(key);
    this.#entries.set(key, {
      group: page.group,
      tag: page.tag,
      etag: `"${sha256(body).slice(0, 27)}"`,
      headers: { ...page.headers, 'cache-control': CACHE_CONTROL, vary: 'Accept-Encoding' },
      bodies: new Map([['identity', body]]),
      expiresAt: this.#now() + LIFETIME_MS,
    });
    this.#bytes += body.byteLength;
    while (this.#entries.size > MAX_PAGES || this.#bytes > MAX_TOTAL_BYTES)
      this.#forget(this.#entries.keys().next().value);
  }

  #forget(key: string | undefined): void {
    const entry = key === undefined ? undefined : this.#entries.get(key);
    if (key === undefined || !entry) return;
    this.#bytes -= entry.bodies.get('identity')?.byteLength ?? 0;
    this.#entries.delete(key);
  }

  drop(group: string): void {
    this.#generations.set(group, this.generation(group) + 1);
    for (const [key, entry] of this.#entries) if (entry.group === group) this.#forget(key);
  }

  /** Answers from the cache; false when it cannot, and the router must. */
  serve(request: IncomingMessage, response: ServerResponse): boolean {
    if (request.method !== 'GET' && request.method !== 'HEAD') return false;
    const key = PageCache.key(request.headers.host, request.url ?? '');
    const entry = this.#entries.get(key);
    if (!entry) return false;
    if (entry.expiresAt <= this.#now()) {
      this.#forget(key);
      return false;
    }
    this.#send(entry, request, response);
    return true;
  }

  #send(entry: Entry, request: IncomingMessage, response: ServerResponse): void {
    if (entry.tag !== undefined && request.method === 'GET') this.#onHit(entry.tag);
    if (isKnown(request.headers['if-none-match'], entry.etag)) {
      response.writeHead(304, { ...entry.headers, etag: entry.etag });
      response.end();
      return;
    }
    const encoding = chooseEncoding(request.headers['accept-encoding'] as string | undefined);
    const body = this.#body(entry, encoding);
    const encoded = encoding === 'identity' ? {} : { 'content-encoding': encoding };
    response.writeHead(200, { ...entry.headers, ...encoded, etag: entry.etag, 'content-length': body.byteLength });
    response.end(request.method === 'HEAD' ? undefined : body);
  }

  #body(entry: Entry, encoding: Encoding): Uint8Array {
    const known = entry.bodies.get(encoding);
    if (known) return known;
    const body = encodeSync(entry.bodies.get('identity') ?? Buffer.alloc(0), encoding);
    entry.bodies.set(encoding, body);
    return body;
  }
}
