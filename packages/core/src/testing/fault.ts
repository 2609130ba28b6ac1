import { answerKind, type FaultAnswer } from './answer.js';
import { type FaultName, faultNames } from './fault-name.js';

/** What belongs to a fault. */
export interface FaultOptions {
  /** When AWS wants to be asked again, for `throttle`, `500` and `503`. */
  readonly retryAfterMs?: number | undefined;
}

/**
 * Something that goes wrong. A fault of the body breaks the answer that `on()` gives.
 *
 * @example
 * aws.once('DescribeInstances', fault('throttle', { retryAfterMs: 2_000 }));
 */
export const fault = (name: FaultName, { retryAfterMs }: FaultOptions = {}): FaultAnswer => {
  if (!faultNames.includes(name))
    throw new TypeError(`fault: ${JSON.stringify(name)} is not one of ${faultNames.join(', ')}.`);
  return { [answerKind]: 'fault', name, retryAfterMs };
};
