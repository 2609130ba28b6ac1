import { pause } from '../../clock/clock.js';
import { type AwsErrorAnswer, answerKind, type DelayedAnswer, type FaultAnswer } from '../answer.js';
import type { Answering } from '../answer-book.js';
import type { Exchange } from '../exchange.js';
import { encodeAnswer } from '../wire/encode-answer.js';
import { encodeError } from '../wire/encode-error.js';
import { revive } from '../wire/revive.js';
import type { WireAnswer } from '../wire/wire-answer.js';
import type { Delivery } from './break-answer.js';
import { deliverFault } from './deliver-fault.js';

/** The kinds of marked responses; an output has no mark. */
type Marked = AwsErrorAnswer | FaultAnswer | DelayedAnswer | { readonly [answerKind]?: undefined };

/** Converts a response to an HTTP response, or throws the error that Node would throw. */
export const deliver = async (answering: Answering, exchange: Exchange): Promise<Delivery> => {
  const answer = await ask(answering, exchange);
  switch (answer[answerKind]) {
    case 'delayed':
      await pause(exchange.clock, answer.delayMs, exchange.signal);
      return deliver(answer.answer, exchange);
    case 'fault':
      return deliverFault(answer, exchange, () => goodAnswer(exchange.answers.permanent(exchange.operation), exchange));
    case 'error':
      return { ...encodeError({ ...exchange, error: answer, method: exchange.call.request.method }), ending: 'end' };
    default:
      return { ...encodeOutput(answer, exchange), ending: 'end' };
  }
};

const ask = async (answering: Answering | undefined, { operation, call }: Exchange): Promise<Marked> =>
  (typeof answering === 'function' ? await answering(operation.input as never, call) : answering) as Marked;

const encodeOutput = (output: object, { operation, requestId, call }: Exchange): WireAnswer =>
  encodeAnswer({ operation, value: revive(operation, output), requestId, method: call.request.method });

// A body fault damages the permanent response; without one, an empty response.
const goodAnswer = async (standing: Answering | undefined, exchange: Exchange): Promise<WireAnswer> => {
  const answer = (await ask(standing, exchange)) ?? {};
  if (answer[answerKind] === 'delayed') return goodAnswer(answer.answer, exchange);
  return encodeOutput(answer[answerKind] ? {} : answer, exchange);
};
