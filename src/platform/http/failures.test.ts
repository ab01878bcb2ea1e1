import { HTTPException } from 'hono/http-exception';
import { describe, expect, test } from 'vitest';
import { conflict, forbidden, invalid, notFound, tooMany } from '#lib/faults.ts';
import { failureJson, failureOf } from './failures.ts';

const withCode = (message: string, code: string, more: object = {}): Error =>
  Object.assign(new Error(message), { code, ...more });

test.each([
  [notFound('the page'), 404, 'notFound'],
  [forbidden('your role does not allow this'), 403, 'forbidden'],
  [invalid('the form is wrong'), 400, 'invalid'],
  [conflict('somebody was faster', 'overtaken'), 409, 'conflict'],
  [tooMany(12), 429, 'tooMany'],
  [new HTTPException(413), 413, 'tooLarge'],
  [new HTTPException(403), 403, 'forbidden'],
  [new HTTPException(415), 400, 'invalid'],
  [new HTTPException(500), 500, 'internal'],
  [withCode('connect ECONNREFUSED 127.0.0.1:5432', 'ECONNREFUSED', { syscall: 'connect' }), 503, 'unavailable'],
  [withCode('terminating connection due to administrator command', '57P01', { severity: 'FATAL' }), 503, 'unavailable'],
  [new Error('timeout exceeded when trying to connect'), 503, 'unavailable'],
  [new Error('Connection terminated unexpectedly'), 503, 'unavailable'],
  [new TypeError('x is not a function'), 500, 'internal'],
  ['a text', 500, 'internal'],
  [undefined, 500, 'internal'],
])('%s is answered with %i (%s)', (thrown, status, kind) => {
  expect(failureOf(thrown)).toMatchObject({ status, kind });
});

test.each(['multipart/form-data; boundary=x', 'application/json', 'text/plain'])(
  'a form sent as %s that is none is the caller’s mistake',
  async (type) => {
    const request = new Request('http://localhost/', { method: 'POST', body: 'x', headers: { 'content-type': type } });
    const thrown = await request.formData().catch((error: unknown) => error);
    expect(failureOf(thrown)).toMatchObject({ status: 400, kind: 'invalid' });
  },
);

describe('what went wrong inside stays inside', () => {
  test.each([
    new Error('password "hunter2" rejected for postgres://me:hunter2@db'),
    withCode('duplicate key value violates unique constraint "staff_email"', '23505', {
      severity: 'ERROR',
      detail: 'hunter2',
    }),
    withCode('connect ECONNREFUSED 10.0.0.7:5432 hunter2', 'ECONNREFUSED', { syscall: 'connect' }),
    new HTTPException(500, { message: 'hunter2' }),
    new HTTPException(400, { message: 'hunter2' }),
  ])('%s', (thrown) => {
    const told = JSON.stringify(failureJson(failureOf(thrown), 'r-1'));
    expect(told).not.toMatch(/hunter2|duplicate|10\.0\.0\.7|staff_email/);
    expect(told).toContain('"reference":"r-1"');
  });
});

test('JSON says kind, message and reference, and reason and fields only when there are some', () => {
  expect(failureJson(failureOf(notFound('the page')), 'r-1')).toEqual({
    error: { kind: 'notFound', message: 'the page was not found', reference: 'r-1' },
  });
  const fields = [{ path: 'limit', message: 'is too large' }];
  expect(failureJson(failureOf(invalid('no', fields, 'limits')), 'r-2')).toEqual({
    error: { kind: 'invalid', message: 'no', reason: 'limits', fields, reference: 'r-2' },
  });
});

test('who asked too often is told when to come back', () => {
  expect(failureOf(tooMany(12)).retryAfterSeconds).toBe(12);
  expect(failureOf(notFound('x'))).not.toHaveProperty('retryAfterSeconds');
});
