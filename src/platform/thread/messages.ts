/** What a node and one of its threads send each other. Everything in it survives structured cloning. */

export type ToThread =
  | {
      readonly kind: 'call';
      /** Absent: nobody waits for an answer. */
      readonly id?: number;
      readonly name: string;
      readonly input: unknown;
      /** Milliseconds as `epochMs` counts them; later than this nobody wants the answer any more. */
      readonly deadline: number;
    }
  | { readonly kind: 'ping' };

export type FromThread =
  | { readonly kind: 'value'; readonly id: number; readonly value: unknown }
  | { readonly kind: 'error'; readonly id: number; readonly message: string; readonly isUnavailable: boolean }
  | { readonly kind: 'pong' };

/** Milliseconds that mean the same in every thread of a process, unlike `performance.now()` alone. */
export const epochMs = (): number => performance.timeOrigin + performance.now();
