import { expect, test } from 'vitest';
import { conflict, Fault, forbidden, invalid, notFound, tooMany } from './faults.ts';

test.each([
  [notFound('the page'), 'notFound', 'the page was not found', {}],
  [forbidden('not yours'), 'forbidden', 'not yours', {}],
  [conflict('taken', 'slug-taken'), 'conflict', 'taken', { reason: 'slug-taken' }],
  [tooMany(30), 'tooMany', 'too many requests; try again in 30 s', { retryAfterSeconds: 30 }],
  [
    invalid('wrong', [{ path: 'email', message: 'is no address' }], 'form'),
    'invalid',
    'wrong',
    { fields: [{ path: 'email', message: 'is no address' }], reason: 'form' },
  ],
])('%s is a %s fault that carries its details', (fault, kind, message, details) => {
  expect(fault).toBeInstanceOf(Fault);
  expect(fault).toBeInstanceOf(Error);
  expect({ kind: fault.kind, message: fault.message, details: fault.details }).toEqual({ kind, message, details });
});
