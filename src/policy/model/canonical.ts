export { canonicalText, contentHash } from '#lib/canonical.ts';
