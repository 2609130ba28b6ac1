import { afterEach, expect, it, vi } from 'vitest';

import { describeInstance, instancesOf } from '../__fixtures__/instances.js';
import { fakeAws } from '../testing/index.js';

const answers = { DescribeInstances: instancesOf(['i-1']) };

/** The store in which Lambda's runtime keeps the data of the running invocation. */
interface InvokeStore {
  run<Result>(context: object, work: () => Result): Result;
}
const storeOf = (): InvokeStore =>
  (globalThis as unknown as { awslambda: { InvokeStore: InvokeStore } }).awslambda.InvokeStore;
const traceKey = Symbol.for('_AWS_LAMBDA_X_RAY_TRACE_ID');

const traceOf = async (): Promise<string | undefined> => {
  await using aws = fakeAws({ answers });
  await describeInstance('i-1', { session: aws.session });
  const { headers = {} } = aws.requests[0] ?? {};
  return headers['x-amzn-trace-id'];
};

afterEach(() => {
  vi.unstubAllEnvs();
  storeOf().run({}, () => undefined);
});

it('sends the trace ID of the running invocation in Lambda, and that of the environment if there is none', async () => {
  vi.stubEnv('AWS_LAMBDA_FUNCTION_NAME', 'reports');
  vi.stubEnv('_X_AMZN_TRACE_ID', 'Root=1-environment');
  expect(await traceOf()).toBe('Root=1-environment');
  expect(await storeOf().run({ [traceKey]: 'Root=1-first' }, traceOf)).toBe('Root=1-first');
  expect(await storeOf().run({ [traceKey]: 'Root=1-second' }, traceOf)).toBe('Root=1-second');
});
