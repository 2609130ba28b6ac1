import { HttpRequest } from '@smithy/core/protocols';

import { readOutput } from '../middleware/deserialize.js';
import type { Context, Handler } from '../middleware/middleware.js';
import { sign } from '../middleware/sign-request.js';
import type { WholeResponse } from '../middleware/whole-content.js';
import { sentOperationOf } from '../attempt-middleware.js';
import type { Call } from '../call.js';
import { nodeCrypto } from '../node-crypto.js';
import { sendAttempt } from '../send-attempt.js';
import type { SdkClient } from '../client-type.js';
import type { DirectOperation, Identity } from './direct-operation.js';
import type { DirectRequest } from './direct-request.js';
import type { FirstAttempt } from './first-attempt.js';
import { rpcOf } from './rpc.js';
import type { Way } from './way.js';

/** The result of a direct attempt: the output, or the attempt with which the whole way continues. */
export type Attempted = { readonly output: unknown } | { readonly first: FirstAttempt };

interface Arguments {
  input: object;
  request: DirectRequest;
}

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
  const userAgent = direct.steps.isPlain ? way.userAgents.get(identity) : undefined;
  const context = userAgent ? way.context : contextOf(way, identity);
  const prepared = await prepare(direct, { way, context, input, identity, userAgent }).catch(() => undefined);
  if (!prepared || call.stopSignal?.aborted) return undefined;
  const invocationId = nodeCrypto().randomUUID();
  const { headers } = prepared.request;
  headers['amz-sdk-invocation-id'] = invocationId;
  headers['amz-sdk-request'] = `attempt=1; max=${call.maxAttempts}`;
  const clock = await clockOf(direct);
  sign(prepared.request, identity, { ...way.scope, date: new Date(Date.now() + clock.offsetMs) });
  return send(direct, { way, context, call, clock, args: prepared, invocationId });
};

/** The state of one request, for its steps. */
const contextOf = ({ context }: Way, identity: Identity): Context => {
  const { __smithy_context: smithy } = context;
  return {
    ...context,
    __smithy_context: { ...smithy, features: { ...smithy.features }, selectedHttpAuthScheme: { identity } },
  };
};

interface Prepared {
  readonly way: Way;
  readonly context: Context;
  readonly input: object;
  readonly identity: Identity;
  /** Its headers, if they are known. */
  readonly userAgent: Readonly<Record<string, string>> | undefined;
}

/** Writes the request without its signature. Returns `undefined` if its content can be sent only once. */
const prepare = async (
  { config, steps, operation }: DirectOperation,
  { way, context, input, identity, userAgent }: Prepared,
): Promise<Arguments | undefined> => {
  const args = { input } as Arguments;
  for (const step of steps.ofInput) await step.before(args as never, context);
  if (way.rpc === undefined) way.rpc = (await rpcOf(config.protocol, operation, way.serde)) ?? null;
  args.request =
    way.rpc?.write(args.input) ?? (await config.protocol.serializeRequest(operation, args.input, way.serde));
  const { body } = args.request;
  if (!isInMemory(body)) return undefined;
  const length = body ? config.bodyLengthChecker(body) : undefined;
  if (length !== undefined && !hasLength(args.request.headers)) args.request.headers['content-length'] = String(length);
  for (const step of steps.ofRequest) {
    const waiting = step.before(args as never, context);
    if (waiting) await waiting;
  }
  if (userAgent) Object.assign(args.request.headers, userAgent);
  else {
    await steps.userAgent.before(args as never, context);
    if (steps.isPlain) way.userAgents.set(identity, userAgentOf(args.request.headers));
  }
  // The SDK's middleware for checksums returns a copy.
  if (typeof args.request.clone !== 'function') args.request = new HttpRequest(args.request) as DirectRequest;
  const { headers, hostname, port } = args.request;
  headers['host'] ??= port === undefined || port === null ? hostname : `${hostname}:${port}`;
  return args;
};

const userAgentOf = (headers: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => /^(?:x-amz-)?user-agent$/.test(name)));

const isInMemory = (body: unknown): boolean =>
  body === undefined || body === null || typeof body === 'string' || body instanceof Uint8Array;

const hasLength = (headers: Readonly<Record<string, string>>): boolean => {
  for (const name in headers) if (name.toLowerCase() === 'content-length') return true;
  return false;
};

interface CorrectedClock {
  readonly offsetMs: number;
  readonly isCorrected: boolean;
}

const clockOf = async (direct: DirectOperation): Promise<CorrectedClock> => {
  const { config } = direct;
  if (direct.isClockCorrected === undefined)
    direct.isClockCorrected = (await config.disableClockSkewCorrection?.()) !== true;
  return { isCorrected: direct.isClockCorrected, offsetMs: direct.isClockCorrected ? config.systemClockOffset : 0 };
};

interface Sending {
  readonly way: Way;
  readonly context: Context;
  readonly call: Call;
  readonly clock: CorrectedClock;
  readonly args: Arguments;
  readonly invocationId: string;
}

const send = async (
  direct: DirectOperation,
  { way, context, call, clock, args, invocationId }: Sending,
): Promise<Attempted> => {
  const { request, input } = args;
  const sentAt = Date.now();
  const operation = sentOperationOf(
    { config: direct.client as unknown as SdkClient['config'] },
    direct.schema,
    input as never,
  );
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
    await through(direct.steps.ofResponse, transmit, context)(args as never);
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
  way.rpc && response.body instanceof Uint8Array
    ? way.rpc.read(response)
    : readOutput(direct.client, { operation: direct.operation, serde: way.serde }, response);

/** Returns the handler that passes a request through layers. */
const through = (
  layers: DirectOperation['steps']['ofResponse'],
  transmit: () => Promise<object>,
  context: Context,
): Handler => {
  let handler = transmit as unknown as Handler;
  for (const layer of layers.toReversed()) handler = layer(handler, context);
  return handler;
};

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
