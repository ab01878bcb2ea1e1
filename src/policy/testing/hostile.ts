/** A document that is right, to be broken. */
export const base = {
  kind: 'policy',
  id: 'hostile',
  version: 1,
  layer: 'company',
  status: 'published',
  scope: {},
  effective: { from: '2020-01-01' },
  provenance: [{ source: 'invented', verified: true }],
  zone: 'UTC',
  rules: [{ id: 'pay', on: ['refund'], when: { within: { of: 'charge.at', upTo: 14 } }, outcome: { refund: {} } }],
};
export const withRule = (more: Readonly<Record<string, unknown>>): unknown => ({
  ...base,
  rules: [{ ...base.rules[0], ...more }],
});

/** Puts a value inside itself, so often. */
export const nested = (times: number, wrap: (inner: unknown) => unknown, inner: unknown): unknown => {
  let value = inner;
  for (let i = 0; i < times; i++) value = wrap(value);
  return value;
};
