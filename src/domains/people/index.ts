export {
  canAddBrand,
  canChangeBrand,
  canEditKnowledge,
  canEditPolicies,
  canPublishPolicies,
  canReadBrandDesk,
  canReadDesk,
  must,
} from './access.ts';
export { deleteDueAccounts } from './customers/delete-account.ts';
export { removeExpired } from './customers/expire.ts';
export { exportCustomer } from './customers/export-customer.ts';
export {
  isNotificationKind,
  NOTIFICATION_KINDS,
  type NotificationKind,
  wantsNotification,
} from './customers/notifications.ts';
export type { AccountDeps } from './customers/request.ts';
export { accountRoutes } from './customers/routes.tsx';
export { DEMO_STAFF, putDemoStaff } from './demo-staff.ts';
export { type Desk, type DeskEnv, DeskPage, type DeskPlace, inLocaleOf } from './desk.tsx';
export { insertActivity, listActivity, listStaffNames, putStaffLocale } from './queries.ts';
export { type PeopleDeps, peopleRoutes, readSession } from './routes.tsx';
export { createFirstAdmin, createSetupLink, type FirstAdmin, isSetupLinkOpen, setUpWithLink } from './set-up.ts';
export { findSignedIn, SESSION_HOURS, signIn, signOut } from './sign-in.ts';
export { emailSchema, MIN_PASSWORD, passwordSchema, type Staff } from './staff.ts';
