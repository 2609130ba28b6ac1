import { getSmithyContext } from '@smithy/core/transport';
import type { RetryStrategyV2 } from '@smithy/types';

import { firstAttempt } from '../direct/first-attempt.js';
import { nodeCrypto } from '../node-crypto.js';
import type { Handler, Middleware, Replaced } from './middleware.js';

interface Arguments {
  readonly request: { readonly headers: Record<string, string> };
}

interface Answered {
  readonly output: { readonly $metadata: { attempts?: number; totalRetryDelay?: number } };
}

/** The configuration of the SDK's retries. */
interface RetryConfig {
  readonly retryStrategy: () => Promise<RetryStrategyV2>;
  readonly maxAttempts: () => Promise<number>;
}

/** Sends the first attempt. After an error of it, the SDK's middleware decides and sends the others. */
export const retry = ({ config, middleware }: Replaced): Middleware => {
  const { retryStrategy, maxAttempts } = config as unknown as RetryConfig;
  return (next, context) =>
    (async (args: Arguments) => {
      const { abortSignal } = getSmithyContext(context) as { readonly abortSignal?: unknown };
      if (abortSignal) return middleware(next, context)(args as never);
      const strategy = await retryStrategy();
      const scope = `${(context['partition_id'] as string | undefined) ?? ''}${context['__retryLongPoll'] ? ':longpoll' : ''}`;
      const token = await strategy.acquireInitialRetryToken(scope);
      const { headers } = args.request;
      const id = firstAttempt(context)?.invocationId ?? nodeCrypto().randomUUID();
      headers['amz-sdk-invocation-id'] = id;
      headers['amz-sdk-request'] = `attempt=1; max=${await maxAttempts()}`;
      try {
        const answered = (await next({ ...args } as never)) as Answered;
        strategy.recordSuccess(token);
        answered.output.$metadata.attempts = 1;
        answered.output.$metadata.totalRetryDelay = 0;
        return answered;
      } catch (error) {
        return middleware(afterFirst(error, id, next), context)(args as never);
      }
    }) as unknown as Handler;
};

/** Returns the rest of the stack for the SDK, which repeats its first attempt: that one was sent, and has failed with `error`. */
const afterFirst = (error: unknown, id: string, next: Handler): Handler => {
  let isFirst = true;
  return (async (args: Arguments) => {
    args.request.headers['amz-sdk-invocation-id'] = id;
    if (!isFirst) return next({ ...args } as never);
    isFirst = false;
    throw error;
  }) as unknown as Handler;
};
