import type { Call } from '../call/call.js';
import { currentCall, outsideCall } from '../call/current-call.js';
import { CredentialsError } from '../errors/credentials-error.js';
import type { CredentialCache } from './credential-cache.js';
import type { Credentials } from './credentials.js';
import type { CredentialSource } from './resolution.js';
import type { Renewal } from './session-credentials.js';

/** Credentials of one source, from its cache. */
export interface CachedCredentials {
  get(): Promise<Credentials>;
  renew(used: Credentials): Promise<Renewal>;
}

/** Connects a source and its cache with the calls that use them: a call waits no longer than its deadline, and its error names it. */
export const cachedCredentials = (cache: CredentialCache, source: CredentialSource): CachedCredentials => {
  const shared = outsideCalls(source);
  return {
    get: async () => cache.fresh(source.clock) ?? withinPhase((signal) => cache.get(shared, signal)),
    renew: (used) => withinPhase((signal) => cache.renew(used, shared, signal)),
  };
};

/** A resolution is shared: it does not belong to the call that starts it. */
export const outsideCalls = (source: CredentialSource): CredentialSource => ({
  ...source,
  resolve: (request) => outsideCall(async () => source.resolve(request)),
});

/** Runs work as the step of the current call in which it gets its credentials. `waiting` contains the call in the meantime. */
export const withinPhase = async <Result>(
  work: (signal: AbortSignal | undefined) => Promise<Result>,
  waiting?: Set<Pick<Call, 'phase'>>,
): Promise<Result> => {
  const call = currentCall();
  if (!call) return work(undefined);
  call.phase = 'getting credentials';
  waiting?.add(call);
  try {
    return await work(call.signal);
  } catch (error) {
    throw withOperation(error, call.operation);
  } finally {
    waiting?.delete(call);
  }
};

/** Returns a copy of the error that names the call: several calls may wait for the same credentials. */
const withOperation = (error: unknown, operation: string): unknown =>
  error instanceof CredentialsError && error.operation === undefined
    ? new CredentialsError(`${operation}: ${error.message}`, {
        operation,
        code: error.code,
        cause: error.cause,
        retryable: error.retryable,
      })
    : error;
