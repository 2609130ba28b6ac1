import { Readable } from 'node:stream';

import { ResponseTimeoutError } from './attempt-timeout-error.js';
import type { BodyGuard } from './body-guard.js';
import { checkContent, checkResponse, type ReadResponse } from './check-response.js';
import type { Clock } from '../clock/clock.js';
import { BodyTooLargeError, collectBody } from './collect-body.js';
import { isBlockBody } from './read-blocks.js';
import type { LaneOptions, LoadLane } from './lane/load-lane.js';
import { rememberExchange } from './exchange.js';
import { escapeUnknownEntities } from './escape-unknown-entities.js';
import { expectedDocument } from './expected-document.js';
import { InvalidResponseError } from './invalid-response-error.js';
import { requestIdOf } from './request-id-of.js';
import { sentOperation } from './sent-operation.js';
import { StreamedBody } from './streamed-body.js';
import type { Limits } from '../clock/timeouts.js';
import type { Transport, TransportRequest, TransportResponse } from './transport.js';

/** AWS's errors are short. The SDK needs seconds and a gigabyte to read one of 50 MB. */
const errorLimitBytes = 1_048_576;

/** The part of a call that the transport needs. */
export interface SendingCall {
  readonly attemptMs: number;
  /** Calls a function when the call is aborted. Returns a function that removes it. */
  onAbort(callback: () => void): () => void;
  readonly abortReason: unknown;
  /** The step in progress, for the error of the deadline. */
  phase: string;
  /** Loads the transport for content that the caller reads in blocks. `undefined` if it does not. */
  readonly loadLane: LoadLane | undefined;
  /** Whether the caller reads the whole content of the response. */
  readonly readsWhole: boolean;
}

/** The part of a session that the transport needs. */
export interface TransportSettings {
  readonly clock: Clock;
  readonly limits: Limits;
  /** Returns the call that the running code belongs to. */
  readonly currentCall: () => SendingCall | undefined;
}

/**
 * Adds the time limits of attempts to a transport, and reads its responses. Documents are read completely and checked before the SDK reads
 * them. Streamed content is returned as a stream with an idle timeout.
 */
export const guardedTransport = (inner: Transport, { clock, limits, currentCall }: TransportSettings): Transport => ({
  destroy: () => inner.destroy(),
  handle: async (request, options) => {
    const call = currentCall();
    if (call) call.phase = 'waiting for a response';
    const limitMs = call?.attemptMs ?? limits.attemptMs;
    const attempt = new AbortController();
    const release = abortWith(attempt, call, options?.abortSignal);
    const cancel = clock.schedule(limitMs, 'deadline', () => attempt.abort(new ResponseTimeoutError(limitMs)));
    const inside: LaneOptions = {
      abortSignal: attempt.signal,
      isContent: call?.loadLane !== undefined,
      loadLane: call?.loadLane,
    };
    let response: TransportResponse;
    try {
      ({ response } = await inner.handle(request, inside));
    } catch (error) {
      release();
      throw attempt.signal.reason instanceof ResponseTimeoutError ? attempt.signal.reason : error;
    } finally {
      cancel();
    }
    if (call) call.phase = 'reading the response';
    await readResponse(response as Opened, request, {
      clock,
      idleMs: limits.bodyIdleMs,
      signal: attempt.signal,
      release,
      readsWhole: call?.readsWhole ?? false,
    });
    return { response };
  },
});

/** Aborts `controller` with the call or the signal. Returns a function that removes the listeners. */
const abortWith = (
  controller: AbortController,
  call: SendingCall | undefined,
  signal: AbortSignal | undefined,
): (() => void) => {
  const releaseCall = call?.onAbort(() => controller.abort(call.abortReason));
  const onAbort = signal && ((): void => controller.abort(signal.reason));
  if (signal?.aborted) onAbort?.();
  if (onAbort) signal.addEventListener('abort', onAbort, { once: true });
  return () => {
    releaseCall?.();
    if (onAbort) signal.removeEventListener('abort', onAbort);
  };
};

/** A response whose body can be replaced. */
interface Opened extends ReadResponse {
  body?: unknown;
}

/** How a response is read. */
interface Reading extends BodyGuard {
  readonly readsWhole: boolean;
}

const readResponse = async (response: Opened, request: TransportRequest, guard: Reading): Promise<void> => {
  const operation = sentOperation(request);
  const status = response.statusCode;
  rememberExchange(response, { request, operation, status });
  const { body } = response;
  if (!operation || (status < 300 && expectedDocument(operation).isStreamed)) {
    if (guard.readsWhole && isSmall(response)) response.body = await collect(response, guard);
    else if (isBlockBody(body)) body.watch(guard);
    else if (body instanceof Readable) response.body = new StreamedBody(body, guard);
    else guard.release();
    if (operation) checkContent(response);
    return;
  }
  const bytes = await collect(response, guard);
  response.body = bytes;
  if (request.method !== 'HEAD') checkResponse(response, operation, bytes);
  // The SDK reads errors with another parser than ours.
  if (response.statusCode >= 300 && expectedDocument(operation).format === 'xml')
    response.body = escapeUnknownEntities(bytes);
};

/** Content of up to this length is read at once if the caller reads all of it. */
const largestSmallBytes = 1_048_576;

const isSmall = ({ headers, body }: Opened): boolean =>
  body instanceof Readable && Number(headers['content-length']) <= largestSmallBytes;

const collect = async ({ statusCode: status, headers, body }: Opened, guard: BodyGuard): Promise<Uint8Array> => {
  const limitBytes = status >= 300 ? errorLimitBytes : Infinity;
  const requestId = requestIdOf(headers);
  try {
    return await collectBody(body, guard, { lengthBytes: Number(headers['content-length']), limitBytes });
  } catch (error) {
    if (error instanceof BodyTooLargeError)
      throw new InvalidResponseError(`the response is not an AWS error: ${error.message} (HTTP status ${status})`, {
        status,
        requestId,
      });
    // The status shows that AWS has started to respond.
    throw Object.assign(error as Error, { $metadata: { httpStatusCode: status, requestId } });
  }
};
