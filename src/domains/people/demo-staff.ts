import type { Context } from '#platform/context.ts';
import { hashPassword } from './password.ts';
import { findStaffByEmail, putStaff } from './queries.ts';
import type { Grant } from './staff.ts';

/** Sign-ins that exist only in a demo database, which only runs on loopback. */
export const DEMO_STAFF: readonly { email: string; name: string; password: string; grants: readonly Grant[] }[] = [
  {
    email: 'editor@demo.example',
    name: 'Edda Demo',
    password: 'demo-editor-pass',
    grants: [{ role: 'editor', brandId: null }],
  },
  {
    email: 'admin@demo.example',
    name: 'Adam Demo',
    password: 'demo-admin-pass',
    grants: [{ role: 'admin', brandId: null }],
  },
];

export async function putDemoStaff(ctx: Context): Promise<void> {
  for (const person of DEMO_STAFF) {
    if ((await findStaffByEmail(ctx, person.email)) !== null) continue;
    await putStaff(ctx, {
      email: person.email,
      name: person.name,
      locale: 'en',
      passwordHash: await hashPassword(person.password),
      grants: person.grants,
    });
  }
}
