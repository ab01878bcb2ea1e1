export {
  canAddBrand,
  canChangeBrand,
  canEditKnowledge,
  canReadBrandDesk,
  canReadDesk,
  must,
} from './access.ts';
export { DEMO_STAFF, putDemoStaff } from './demo-staff.ts';
export { type Desk, type DeskEnv, DeskPage, type DeskPlace, inLocaleOf } from './desk.tsx';
export { insertActivity, listActivity, listStaffNames, putStaffLocale } from './queries.ts';
export { type PeopleDeps, peopleRoutes, readSession } from './routes.tsx';
export { createFirstAdmin, createSetupLink, type FirstAdmin, isSetupLinkOpen, setUpWithLink } from './set-up.ts';
export { findSignedIn, SESSION_HOURS, signIn, signOut } from './sign-in.ts';
export { emailSchema, MIN_PASSWORD, passwordSchema, type Staff } from './staff.ts';
