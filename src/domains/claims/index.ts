export type { Claim, ClaimContact, ClaimFile, ClaimTick } from './claim.ts';
export type { ClaimDeps } from './claim-request.ts';
export { expireClaims } from './keep-claim.ts';
export { claimRoutes } from './routes.tsx';
