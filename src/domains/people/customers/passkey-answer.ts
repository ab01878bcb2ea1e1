import { z } from 'zod';

const MAX_TEXT = 12_000;
const MAX_ID = 1400;

const text = z
  .string()
  .max(MAX_TEXT)
  .regex(/^[\w-]*$/);
const id = z
  .string()
  .min(8)
  .max(MAX_ID)
  .regex(/^[\w-]+$/);
const common = { id, rawId: id, type: z.literal('public-key') };

/** What a browser says after it made a passkey (WebAuthn 3, RegistrationResponseJSON); the rest of it is not looked at. */
export const addedAnswer = z
  .object({
    ...common,
    response: z.object({
      clientDataJSON: text,
      attestationObject: text,
      transports: z.array(z.string().max(20)).max(10).default([]),
    }),
  })
  .transform((answer) => ({ ...answer, clientExtensionResults: {} }));
export type AddedAnswer = z.output<typeof addedAnswer>;

/** What a browser says after it signed with one (AuthenticationResponseJSON). */
export const signedAnswer = z
  .object({
    ...common,
    response: z.object({ clientDataJSON: text, authenticatorData: text, signature: text }),
  })
  .transform((answer) => ({ ...answer, clientExtensionResults: {} }));
export type SignedAnswer = z.output<typeof signedAnswer>;
