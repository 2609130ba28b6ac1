import { fateOf } from './fate-of.js';
import { currentCall } from './current-call.js';

type Next = (args: object) => Promise<unknown>;

/** Notes for the call what each of its attempts ended with. It stands around the reading of the response, within the retries. */
export const noteOutcome =
  (next: Next) =>
  async (args: object): Promise<unknown> => {
    try {
      return await next(args);
    } catch (error) {
      const call = currentCall();
      if (call) {
        call.lastError = error;
        const fate = fateOf(error);
        if (fate !== 'not-sent') call.inDoubt = fate === 'unknown';
        call.wasInDoubt ||= call.inDoubt;
      }
      throw error;
    }
  };
