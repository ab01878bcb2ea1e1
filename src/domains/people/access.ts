import { forbidden } from '#lib/faults.ts';
import { holds, ROLES, type Staff } from './staff.ts';

/** Who may do what, as sentences. Each takes the person and the brand it is about. */
export const canEditKnowledge = (staff: Staff, brandId: string): boolean => holds(staff, ['editor', 'admin'], brandId);
/** Whoever writes for a brand also writes its policies; only who runs it decides from when they hold. */
export const canEditPolicies = (staff: Staff, brandId: string): boolean => holds(staff, ['editor', 'admin'], brandId);
export const canPublishPolicies = (staff: Staff, brandId: string): boolean => holds(staff, ['admin'], brandId);
/** Whoever works for a brand, in whatever role, reads its desk; nobody else does. */
export const canReadBrandDesk = (staff: Staff, brandId: string): boolean => holds(staff, ROLES, brandId);
export const canReadDesk = (staff: Staff): boolean => staff.grants.length > 0;
export const canChangeBrand = (staff: Staff, brandId: string): boolean => holds(staff, ['admin'], brandId);
/** A new brand is nobody's yet, so only who administers all of them adds one. */
export const canAddBrand = (staff: Staff): boolean => holds(staff, ['admin'], null);

/** @throws forbidden when the sentence is not true */
export function must(allowed: boolean): void {
  if (!allowed) throw forbidden('your role does not allow this');
}
