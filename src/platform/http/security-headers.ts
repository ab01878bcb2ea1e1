import type { MiddlewareHandler } from 'hono';

/** Pages load nothing from anywhere else and run nothing that is not our own file. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

const YEAR_SECONDS = 31_536_000;

/** Headers every answer carries. `https` adds HSTS, which only makes sense when people arrive by https. */
export const secureHeaders = (https: boolean): Readonly<Record<string, string>> => ({
  'content-security-policy': POLICY,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), browsing-topics=()',
  ...(https ? { 'strict-transport-security': `max-age=${YEAR_SECONDS}` } : {}),
});

/** Sets them; a route that needs a stricter content policy has set its own already. */
export function withSecureHeaders(https: boolean): MiddlewareHandler {
  const fixed = Object.entries(secureHeaders(https));
  return async (c, next) => {
    await next();
    for (const [name, value] of fixed) if (!c.res.headers.has(name)) c.res.headers.set(name, value);
  };
}

/** For uploaded pictures: even an SVG opened on its own runs nothing and loads nothing. */
export const securePictureHeaders: Readonly<Record<string, string>> = {
  'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
};
