import { readOutput } from '../middleware/deserialize.js';
import type { Handler } from '../middleware/middleware.js';
import { sign } from '../middleware/sign-request.js';
import { through } from '../middleware/through.js';
import type { WholeResponse } from '../middleware/whole-content.js';
import { sentOperationOf } from '../attempt-middleware.js';
import type { Call } from '../call.js';
import { nodeCrypto } from '../node-crypto.js';
import { sendAttempt } from '../send-attempt.js';
import type { DirectOperation } from './direct-operation.js';
import type { FirstAttempt } from './first-attempt.js';
import { type PreparedRequest, prepareRequest } from './prepare-request.js';
import type { Way } from './way.js';

/** The result of a direct attempt: the output, or the attempt with which the whole way continues. */
export type Attempted = { readonly output: unknown } | { readonly first: FirstAttempt };

/**
 * Sends the first attempt of a request to an endpoint that is known, in one function. Returns `undefined` if the request needs the whole way. An
 * attempt that does not succeed is handed over to it: the SDK makes the error and decides about further attempts.
 */
export const attemptDirectly = async (
  direct: DirectOperation,
  input: object,
  call: Call,
): Promise<Attempted | undefined> => {
  const way = direct.ways.get(direct.keyOf(input));
  if (!way || call.aborted || call.stopSignal?.aborted) return undefined;
  const identity = await direct.config.credentials(way.identityProperties);
  const prepared = await prepareRequest(direct, { way, input, identity }).catch(() => undefined);
  if (!prepared || call.stopSignal?.aborted) return undefined;
  const invocationId = nodeCrypto().randomUUID();
  const { headers } = prepared.request;
  headers['amz-sdk-invocation-id'] = invocationId;
  headers['amz-sdk-request'] = `attempt=1; max=${call.maxAttempts}`;
  const clock = await clockOf(direct);
  try {
    sign(prepared.request, identity, { ...way.scope, date: new Date(Date.now() + clock.offsetMs) });
  } catch {
    // The SDK makes the error, e.g. of a path that cannot be encoded.
    return undefined;
  }
  return send(direct, { way, call, clock, prepared, invocationId });
};

interface CorrectedClock {
  readonly offsetMs: number;
  readonly isCorrected: boolean;
}

const clockOf = async ({ config, isClockCorrected }: DirectOperation): Promise<CorrectedClock> => {
  const isCorrected = await isClockCorrected();
  return { isCorrected, offsetMs: isCorrected ? config.systemClockOffset : 0 };
};

interface Sending {
  readonly way: Way;
  readonly call: Call;
  readonly clock: CorrectedClock;
  readonly prepared: PreparedRequest;
  readonly invocationId: string;
}

const send = async (
  direct: DirectOperation,
  { way, call, clock, prepared, invocationId }: Sending,
): Promise<Attempted> => {
  const { request, input, context } = prepared;
  const sentAt = Date.now();
  const operation = sentOperationOf(direct.config, direct.schema, input as never);
  let response: WholeResponse | undefined;
  let received: { readonly statusCode: number; readonly body?: unknown } | undefined;
  const transmit = async (): Promise<{ response: WholeResponse }> => {
    const answered = await sendAttempt({ call, operation, request }, () =>
      direct.config.requestHandler.handle(request),
    );
    response = answered.response as WholeResponse;
    received = { statusCode: response.statusCode, body: response.body };
    return { response };
  };
  try {
    await through(direct.steps.ofResponse, transmit as unknown as Handler, context)({ input, request } as never);
    if (response!.statusCode >= 300) throw new Error('AWS has refused the request');
    const output = (await read(direct, way, response!)) as { $metadata: object };
    await succeeded(direct, way, { response: response!, sentAt, clock });
    Object.assign(output.$metadata, { attempts: 1, totalRetryDelay: 0 });
    return { output };
  } catch (error) {
    // A layer may have read the body, and changed the status.
    if (response) Object.assign(response, received);
    return { first: { invocationId, ...(response ? { response } : { error }) } };
  }
};

const read = (direct: DirectOperation, way: Way, response: WholeResponse): object | Promise<object> =>
  (way.codec && response.body instanceof Uint8Array ? way.codec.read(response) : undefined) ??
  readOutput(direct.client, { operation: direct.operation, serde: way.serde }, response);

/** Does what the SDK does after a success: returns a token to the retry budget, and compares the clocks. */
const succeeded = async (
  direct: DirectOperation,
  { handlers }: Way,
  { response, sentAt, clock }: { response: WholeResponse; sentAt: number; clock: CorrectedClock },
): Promise<void> => {
  if (!direct.recordSuccess) {
    const strategy = await direct.config.retryStrategy();
    const token = await strategy.acquireInitialRetryToken('');
    direct.recordSuccess = () => strategy.recordSuccess(token);
  }
  direct.recordSuccess();
  handlers.successHandler(response, {
    config: direct.client,
    _disableClockSkewCorrection: !clock.isCorrected,
    _skipClockSkewSampling: !clock.isCorrected,
    _preRequestSystemClockOffset: clock.offsetMs,
    _requestSentAt: sentAt,
  });
};
