import { outcomeOf } from './outcome-of.js';
import { currentCall } from './current-call.js';

type Next = (args: object) => Promise<unknown>;

/** A middleware between the retries and the reading of the response: stores the error and the outcome of each attempt in the call. */
export const outcomeMiddleware =
  (next: Next) =>
  async (args: object): Promise<unknown> => {
    try {
      return await next(args);
    } catch (error) {
      const call = currentCall();
      if (call) {
        call.lastError = error;
        const outcome = outcomeOf(error);
        if (outcome !== 'not-sent') call.isAmbiguous = outcome === 'unknown';
        call.wasAmbiguous ||= call.isAmbiguous;
      }
      throw error;
    }
  };
