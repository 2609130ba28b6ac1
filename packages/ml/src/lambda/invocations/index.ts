export { checkInvocation, type CheckInvocationInput } from './check-invocation.js';
export { FunctionError, type FunctionErrorDetails } from './function-error.js';
export type { Invocation } from './invocation.js';
export { invokeFunction, type InvokeFunction, type InvokeFunctionInput } from './invoke-function.js';
export {
  invokeFunctionAsync,
  type AcceptedInvocation,
  type InvokeFunctionAsyncInput,
} from './invoke-function-async.js';
export type { AnsweredCall, FunctionCall } from './request-invocation.js';
