import { FunctionError } from './function-error.js';
import type { Invocation, InvocationResponse } from './invocation.js';

/** The error of a runtime. The stack is `trace` in Node.js, and `stackTrace` in other runtimes. */
interface RemoteError {
  readonly errorType?: unknown;
  readonly errorMessage?: unknown;
  readonly trace?: unknown;
  readonly stackTrace?: unknown;
}

/** Remedies for failures of the runtime environment. */
const remedies: Readonly<Record<string, string>> = {
  'Sandbox.Timedout': 'Increase timeoutSeconds.',
  'Runtime.ExitError': 'If the function had not enough memory, increase memoryMiB.',
  'Runtime.ImportModuleError': 'The code does not contain the module of the handler, or one of its imports.',
  'Runtime.HandlerNotFound': 'The module of the handler does not export the handler.',
};

/** Returns the result of a function, or throws its error. */
export const readInvocation = (functionName: string, response: InvocationResponse): Invocation<unknown> => {
  const { statusCode, executedVersion, logResult, functionError } = response;
  const logTail = logResult === undefined ? undefined : Buffer.from(logResult, 'base64').toString('utf8');
  const requestId = (response.aws['$metadata'] as { readonly requestId?: string } | undefined)?.requestId;
  const payload = jsonOf(response);
  const details = {
    ...(executedVersion !== undefined && { executedVersion }),
    ...(logTail !== undefined && { logTail }),
    ...(requestId !== undefined && { requestId }),
  };
  if (functionError === undefined) {
    const invocation = { payload, ...(statusCode !== undefined && { statusCode }), ...details };
    return Object.defineProperty(invocation, 'aws', { value: response.aws, enumerable: false }) as Invocation<unknown>;
  }
  const { errorType, errorMessage, remoteStack } = remoteErrorOf(payload);
  const reason = [errorType, errorMessage].filter(Boolean).join(': ').slice(0, 1_000) || functionError;
  const remedy = remedies[errorType ?? ''];
  throw new FunctionError(
    `invokeFunction: ${functionName} failed: ${/[.!?]$/.test(reason) ? reason : `${reason}.`}${remedy ? ` ${remedy}` : ''}`,
    {
      operation: 'invokeFunction',
      resource: 'function',
      id: functionName,
      code: functionError,
      status: statusCode,
      errorType,
      errorMessage,
      remoteStack,
      ...details,
    },
  );
};

const jsonOf = ({ payload, functionError }: InvocationResponse): unknown => {
  if (!payload || payload.length === 0) return undefined;
  const text = Buffer.from(payload.buffer, payload.byteOffset, payload.length).toString('utf8');
  try {
    return JSON.parse(text);
  } catch {
    // A custom runtime can return a result or an error that is not JSON.
    return functionError === undefined ? text : { errorMessage: text };
  }
};

const remoteErrorOf = (payload: unknown): Partial<Record<'errorType' | 'errorMessage' | 'remoteStack', string>> => {
  const { errorType, errorMessage, trace, stackTrace } = (payload ?? {}) as RemoteError;
  const stack = trace ?? stackTrace;
  const lines = Array.isArray(stack)
    ? stack.map((line) => (typeof line === 'string' ? line : JSON.stringify(line)))
    : [];
  return {
    ...(typeof errorType === 'string' && errorType !== '' && { errorType }),
    ...(typeof errorMessage === 'string' && { errorMessage }),
    ...(lines.length > 0 && { remoteStack: lines.map((line) => line.trimEnd()).join('\n') }),
  };
};
