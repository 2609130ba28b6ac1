import { answerKind, type FaultAnswer } from './answer.js';
import { type FaultName, faultNames } from './fault-name.js';

/** The options of a fault. */
export interface FaultOptions {
  /** The pause before a retry that AWS requests, in milliseconds. Only for `throttle`, `500` and `503`. */
  readonly retryAfterMs?: number | undefined;
}

/**
 * Makes a fault of the network or the service. A fault of the body breaks the response of `on()`.
 *
 * @example
 * aws.once('DescribeInstances', fault('throttle', { retryAfterMs: 2_000 }));
 */
export const fault = (name: FaultName, { retryAfterMs }: FaultOptions = {}): FaultAnswer => {
  if (!faultNames.includes(name))
    throw new TypeError(`fault: name must be one of ${faultNames.join(', ')} (got ${JSON.stringify(name)}).`);
  return { [answerKind]: 'fault', name, retryAfterMs };
};
