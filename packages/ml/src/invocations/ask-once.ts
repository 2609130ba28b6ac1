import { InvokeCommand } from '@aws-sdk/client-lambda';

/** What the SDK and Node put into the errors of an attempt. */
interface AttemptError extends Error {
  readonly code?: string;
  readonly limit?: string;
  $metadata?: { readonly httpStatusCode?: number };
}

/** Errors of connections that did not come to stand: nothing was sent. */
const neverSent = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']);

/** Whether the function may have been called. It has not where Lambda itself refuses: that is never a 200, and no failure of Lambda's. */
const mayHaveRun = ({ $metadata, name, code = '', limit }: AttemptError): boolean => {
  const status = $metadata?.httpStatusCode;
  if (status === undefined) return !neverSent.has(code) && limit !== 'connect';
  return status < 300 || (status >= 500 && !/Throttl/.test(name));
};

const disguised = new WeakMap<object, AttemptError>();
const lost = new WeakSet<object>();

/** Whether a call failed in a way that leaves open whether the function was called. */
export const isLost = ({ cause }: Error): boolean => typeof cause === 'object' && cause !== null && lost.has(cause);

/**
 * AWS's command, whose lost answers are final. The SDK would try again and so call the function twice: from its retries such an error is
 * hidden in one that they do not know, and taken out again behind them. What Lambda refuses, throttled calls among it, is tried again.
 */
export const askOnce = (): typeof InvokeCommand =>
  new Proxy(InvokeCommand, {
    construct: (Command, [request]: ConstructorParameters<typeof InvokeCommand>) => {
      const command = new Command(request);
      command.middlewareStack.add((next) => (args) => next(args).catch(disguise), {
        name: 'archDisguiseLostAnswer',
        step: 'finalizeRequest',
        priority: 'low',
      });
      command.middlewareStack.add((next) => (args) => next(args).catch(reveal), {
        name: 'archRevealLostAnswer',
        step: 'initialize',
        priority: 'high',
      });
      return command;
    },
  });

const disguise = (error: AttemptError): never => {
  if (!mayHaveRun(error)) throw error;
  const disguise = new Error('The answer was lost');
  disguised.set(disguise, error);
  throw disguise;
};

const reveal = (error: AttemptError): never => {
  const original = disguised.get(error);
  if (!original) throw error;
  lost.add(original);
  original.$metadata = { ...original.$metadata, ...error.$metadata };
  throw original;
};
