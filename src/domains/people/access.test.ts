import { describe, expect, test } from 'vitest';
import { Fault } from '#lib/faults.ts';
import {
  canAddBrand,
  canChangeBrand,
  canEditKnowledge,
  canEditPolicies,
  canPublishPolicies,
  canReadBrandDesk,
  canReadDesk,
  must,
} from './access.ts';
import { emailSchema, type Grant, passwordSchema, ROLES, type Staff } from './staff.ts';

const staff = (...grants: Grant[]): Staff => ({ id: '1', email: 'a@work.example', name: 'A', locale: 'en', grants });
const may = (person: Staff): Record<string, boolean> => ({
  read: canReadDesk(person),
  readTiny: canReadBrandDesk(person, 'tiny'),
  edit: canEditKnowledge(person, 'tiny'),
  draft: canEditPolicies(person, 'tiny'),
  publish: canPublishPolicies(person, 'tiny'),
  settings: canChangeBrand(person, 'tiny'),
  add: canAddBrand(person),
});
const nothing = {
  read: false,
  readTiny: false,
  edit: false,
  draft: false,
  publish: false,
  settings: false,
  add: false,
};

describe('at the desk of Tiny', () => {
  test.each([
    ['nobody without a role', staff(), nothing],
    [
      'an editor of Tiny',
      staff({ role: 'editor', brandId: 'tiny' }),
      { ...nothing, read: true, readTiny: true, edit: true, draft: true },
    ],
    [
      'an editor of every brand',
      staff({ role: 'editor', brandId: null }),
      { ...nothing, read: true, readTiny: true, edit: true, draft: true },
    ],
    ['an editor of another brand', staff({ role: 'editor', brandId: 'other' }), { ...nothing, read: true }],
    [
      'an administrator',
      staff({ role: 'admin', brandId: null }),
      { read: true, readTiny: true, edit: true, draft: true, publish: true, settings: true, add: true },
    ],
    ['an administrator of another brand', staff({ role: 'admin', brandId: 'other' }), { ...nothing, read: true }],
    ['an agent', staff({ role: 'agent', brandId: 'tiny' }), { ...nothing, read: true, readTiny: true }],
    [
      'an administrator elsewhere who is an editor here',
      staff({ role: 'admin', brandId: 'other' }, { role: 'editor', brandId: 'tiny' }),
      { ...nothing, read: true, readTiny: true, edit: true, draft: true },
    ],
  ])('%s may do just this', (_who, person, allowed) => {
    expect(may(person)).toEqual(allowed);
  });
});

test('every role reads the desk it was given for', () => {
  expect(ROLES.every((role) => canReadBrandDesk(staff({ role, brandId: 'tiny' }), 'tiny'))).toBe(true);
});

test('what is not allowed is refused as forbidden', () => {
  expect(() => must(true)).not.toThrow();
  expect(() => must(false)).toThrow(Fault);
});

test.each([
  ['a long walk home', true],
  ['exactly12345', true],
  ['short', false],
  ['elevenchars', false],
  ['PasswordPassword', false],
  ['aaaaaaaaaaaaaaaa', false],
  ['x'.repeat(201), false],
])('“%s” is taken as a password: %s', (password, taken) => {
  expect(passwordSchema.safeParse(password).success).toBe(taken);
});

test.each([
  [' Ada@Work.Example ', 'ada@work.example'],
  ['ada', undefined],
  ['ada@work.example\r\nBcc: eve@evil.example', undefined],
  [`${'a'.repeat(250)}@work.example`, undefined],
])('the address “%s” is read as %s', (typed, read) => {
  expect(emailSchema.safeParse(typed).data).toBe(read);
});
