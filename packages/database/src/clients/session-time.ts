import { type CallOptions, input, waiter, type Waiter, z } from '@arch/core/builder';

/** A wait that is over at its first look, and tells when it looked. */
const lookAtClock: Waiter<{ readonly purpose: string }, void> = waiter(() => ({
  name: 'lookAtClock',
  key: 'purpose',
  input: input<{ readonly purpose: string }>({ purpose: z.string() }),
  uses: [],
  look: () => Promise.resolve({ verdict: 'reached', state: 'seen', value: undefined }),
}));

/** What time it is by the session's clock. */
export const sessionTime = async (purpose: string, { session, signal }: CallOptions): Promise<Date> => {
  let atMs = 0;
  await lookAtClock(
    { purpose },
    { session, signal, onEvent: (event) => void (event.type === 'poll' && (atMs = event.atMs)) },
  );
  return new Date(atMs);
};
