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

/** The headers of a request, apart from those that differ between requests. */
const headersOf = async (path?: 'sdk'): Promise<object> => {
  await using aws = fakeAws({ answers, session: { path } });
  await describeInstance('i-1', { session: aws.session });
  const { 'amz-sdk-invocation-id': _id, 'x-amz-date': _date, ...headers } = aws.requests[0]?.headers ?? {};
  return headers;
};

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

const traceHeaders = ['x-amzn-trace-id', 'traceparent', 'tracestate', 'baggage'];

it('sends no trace headers outside of Lambda', async () => {
  vi.stubEnv('AWS_LAMBDA_FUNCTION_NAME', undefined);
  vi.stubEnv('_X_AMZN_TRACE_ID', 'Root=1-environment');
  const bySdk = await headersOf('sdk');
  const own = await storeOf().run(undefined as never, headersOf);
  expect(Object.keys(own).filter((name) => traceHeaders.includes(name))).toEqual([]);
  expect(own).toEqual(bySdk);
});

it.each([
  ['trace ID', { [traceKey]: 'Root=1-store' }, []],
  [
    'W3C trace context',
    {
      [traceKey]: 'Root=1-store',
      [Symbol.for('_AWS_LAMBDA_TRACEPARENT')]: '00-11111111111111111111111111111111-2222222222222222-01',
      [Symbol.for('_AWS_LAMBDA_TRACESTATE')]: 'a=1',
      [Symbol.for('_AWS_LAMBDA_BAGGAGE')]: 'b=2',
    },
    ['traceparent', 'tracestate', 'baggage'],
  ],
])("treats the %s of a store without Lambda's environment as with path: 'sdk'", async (_title, context, names) => {
  vi.stubEnv('AWS_LAMBDA_FUNCTION_NAME', undefined);
  const own = await storeOf().run(context, headersOf);
  const bySdk = await storeOf().run(context, () => headersOf('sdk'));
  expect(traceHeaders.filter((name) => name in own)).toEqual(names);
  expect(own).toEqual(bySdk);
});
