import { FunctionError } from './function-error.js';
import type { Invocation, InvocationAnswer } from './invocation.js';

/** What the runtimes say of an error; Node.js says `trace`, the others `stackTrace`. */
interface RemoteError {
  readonly errorType?: unknown;
  readonly errorMessage?: unknown;
  readonly trace?: unknown;
  readonly stackTrace?: unknown;
}

/** What can be done about failures of the surroundings, not of the code. */
const remedies: Readonly<Record<string, string>> = {
  'Sandbox.Timedout': 'Give it more time with timeoutSeconds.',
  'Runtime.ExitError': 'Did it run out of memory? Give it more with memoryMiB.',
  'Runtime.ImportModuleError': 'Its handler, or what that imports, is not in its code.',
  'Runtime.HandlerNotFound': 'Its code does not export what its handler names.',
};

/** Reads what a function has answered, or throws what it failed with. */
export const readAnswer = (functionName: string, answer: InvocationAnswer): Invocation<unknown> => {
  const { statusCode, executedVersion, logResult, functionError } = answer;
  const logTail = logResult === undefined ? undefined : Buffer.from(logResult, 'base64').toString('utf8');
  const requestId = (answer.aws['$metadata'] as { readonly requestId?: string } | undefined)?.requestId;
  const payload = jsonOf(answer);
  const seen = {
    ...(executedVersion !== undefined && { executedVersion }),
    ...(logTail !== undefined && { logTail }),
    ...(requestId !== undefined && { requestId }),
  };
  if (functionError === undefined) {
    const invocation = { payload, ...(statusCode !== undefined && { statusCode }), ...seen };
    return Object.defineProperty(invocation, 'aws', { value: answer.aws, enumerable: false }) as Invocation<unknown>;
  }
  const { errorType, errorMessage, remoteStack } = remoteErrorOf(payload);
  const what = [errorType, errorMessage].filter(Boolean).join(': ').slice(0, 1_000) || functionError;
  const remedy = remedies[errorType ?? ''];
  throw new FunctionError(
    `invokeFunction: ${functionName} failed: ${/[.!?]$/.test(what) ? what : `${what}.`}${remedy ? ` ${remedy}` : ''}`,
    {
      operation: 'invokeFunction',
      resource: 'function',
      id: functionName,
      code: functionError,
      status: statusCode,
      errorType,
      errorMessage,
      remoteStack,
      ...seen,
    },
  );
};

const jsonOf = ({ payload, functionError }: InvocationAnswer): unknown => {
  if (!payload || payload.length === 0) return undefined;
  const text = Buffer.from(payload.buffer, payload.byteOffset, payload.length).toString('utf8');
  try {
    return JSON.parse(text);
  } catch {
    // A runtime of one's own may answer, and fail, in words of its own.
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
