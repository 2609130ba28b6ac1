import { asStep } from './as-step.js';
import type { Replaced, Step } from './middleware.js';

/** The store of Lambda's runtime, which contains the trace headers of an invocation. */
interface InvokeStore {
  getContext?(): unknown;
}

/** Adds the trace headers of an invocation, which exist in Lambda only. */
export const traceHeaders = ({ middleware }: Replaced): Step => {
  const bySdk = asStep(middleware);
  // Node.js asks the system for each variable.
  const isInLambda = process.env['AWS_LAMBDA_FUNCTION_NAME'] !== undefined;
  return { before: (args, context) => (isInInvocation(isInLambda) ? bySdk.before(args, context) : undefined) };
};

const isInInvocation = (isInLambda: boolean): boolean =>
  isInLambda ||
  (globalThis as { awslambda?: { InvokeStore?: InvokeStore } }).awslambda?.InvokeStore?.getContext?.() !== undefined;
