import { type CallOptions, input, waiter, type Waiter, z } from '@arch/core/builder';

interface Pause {
  /** What the pause is for, in a message about a deadline. */
  readonly purpose: string;
  readonly looks: { count: number };
}

/** A wait that looks twice: what lies between is a pause on the session's clock. */
export const pauseBetweenLooks: Waiter<Pause, void> = waiter(() => ({
  name: 'pause',
  key: 'purpose',
  input: input<Pause>({ purpose: z.string(), looks: z.custom<{ count: number }>() }),
  uses: [],
  look: ({ looks }) =>
    Promise.resolve({ verdict: looks.count++ > 0 ? 'reached' : 'pending', state: 'pausing', value: undefined }),
}));

/** Pauses for a random time from `leastMs` to its double, which is at most 15 seconds unless `leastMs` is more. */
export const pause = (purpose: string, leastMs: number, { session, signal }: CallOptions): Promise<void> =>
  pauseBetweenLooks({ purpose, looks: { count: 0 } }, { session, signal, pollMs: leastMs, timeoutMs: leastMs * 4 });
