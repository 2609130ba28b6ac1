import type { FaultAnswer } from '../answer.js';
import { awsError } from '../aws-error.js';
import type { Exchange } from '../exchange.js';
import { encodeError } from '../wire/encode-error.js';
import { faultErrors } from '../wire/fault-errors.js';
import { protocolOf } from '../wire/protocol.js';
import type { WireAnswer } from '../wire/wire-answer.js';
import { breakAnswer, type Delivery } from './break-answer.js';
import { networkError } from './network-error.js';

/** Produces a fault: an error of AWS, a network error, a request that hangs, or a damaged response. */
export const deliverFault = async (
  { name, retryAfterMs }: FaultAnswer,
  exchange: Exchange,
  goodAnswer: () => Promise<WireAnswer>,
): Promise<Delivery> => {
  switch (name) {
    case 'throttle':
    case '500':
    case '503': {
      const { operation, requestId, call } = exchange;
      const { code, message, status } = faultErrors[protocolOf(operation)][name];
      const error = awsError(code, message, { status, retryAfterMs });
      return { ...encodeError({ operation, error, requestId, method: call.request.method }), ending: 'end' };
    }
    case 'reset':
    case 'refused':
    case 'unknown-host':
      throw networkError(name, exchange.call.request.host);
    case 'hang':
      return hang(exchange);
    default:
      return breakAnswer(name, await goodAnswer());
  }
};

// Never resolves; rejects when the signal is aborted.
const hang = ({ clock, signal }: Exchange): Promise<never> => {
  signal.throwIfAborted();
  signal.addEventListener('abort', clock.hang(), { once: true });
  return new Promise(() => undefined);
};
