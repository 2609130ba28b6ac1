import { HttpRequest } from '@smithy/core/protocols';

import type { Context } from '../middleware/middleware.js';
import type { DirectOperation, Identity } from './direct-operation.js';
import type { DirectRequest } from './direct-request.js';
import type { Way } from './way.js';

/** The parts of which a request is made. */
export interface RequestParts {
  readonly way: Way;
  readonly input: object;
  readonly identity: Identity;
}

/** A request without its signature. */
export interface PreparedRequest {
  /** The input, which steps may have completed. */
  readonly input: object;
  readonly request: DirectRequest;
  readonly context: Context;
}

/** The arguments of the steps of a request. */
interface Arguments {
  input: object;
  request: DirectRequest;
}

/** Writes a request without its signature. Returns `undefined` if its content can be sent only once. */
export const prepareRequest = async (
  { config, steps, operation }: DirectOperation,
  { way, input, identity }: RequestParts,
): Promise<PreparedRequest | undefined> => {
  const userAgent = steps.isPlain ? way.userAgents.get(identity) : undefined;
  const context = userAgent ? way.context : contextOf(way, identity);
  const args = { input } as Arguments;
  for (const step of steps.ofInput) await step.before(args as never, context);
  if (way.codec === undefined)
    way.codec = (await config.archProtocol?.codecOf(config.protocol, operation, way.serde)) ?? null;
  args.request =
    way.codec?.write(args.input) ?? (await config.protocol.serializeRequest(operation, args.input, way.serde));
  if (!isInMemory(args.request.body)) return undefined;
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
  return { ...args, context };
};

/** The state of one request, for its steps. */
const contextOf = ({ context }: Way, identity: Identity): Context => {
  const { __smithy_context: smithy } = context;
  return {
    ...context,
    __smithy_context: { ...smithy, features: { ...smithy.features }, selectedHttpAuthScheme: { identity } },
  };
};

const userAgentOf = (headers: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => /^(?:x-amz-)?user-agent$/.test(name)));

const isInMemory = (body: unknown): boolean =>
  body === undefined || body === null || typeof body === 'string' || body instanceof Uint8Array;
