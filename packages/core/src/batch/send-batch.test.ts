import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { describeInstance, instancesOf, startInstance } from '../__fixtures__/instances.js';
import { type Answer, awsError, type FakeAws, fakeAws, fault } from '../testing/index.js';

const idsOf = (aws: FakeAws): readonly unknown[] => aws.requests.map(({ input }) => input['InstanceIds']);
const started = (ids: readonly string[]): object => ({
  StartingInstances: ids.map((id) => ({ InstanceId: id, CurrentState: { Name: 'pending' } })),
});
const startAll = (aws: FakeAws, ...ids: string[]): Promise<PromiseSettledResult<unknown>[]> =>
  Promise.allSettled(ids.map((id) => startInstance(id, { session: aws.session })));
const outcomes = (settled: readonly PromiseSettledResult<unknown>[]): readonly string[] =>
  settled.map((each) => (each.status === 'fulfilled' ? 'ok' : (each.reason as Error).name));

type Ids = { readonly InstanceIds: readonly string[] };

describe('an error of a joined request', () => {
  it('rejects the calls whose ID it names, each with its own error, and the others are sent again', async () => {
    await using aws = fakeAws();
    aws.on('StartInstances', ({ InstanceIds: ids }: Ids): Answer => {
      const unknown = ids.filter((id) => ['i-1', 'i-12'].includes(id));
      return unknown.length > 0
        ? awsError('InvalidInstanceID.NotFound', `The instance IDs '${unknown.join(', ')}' do not exist`)
        : started(ids);
    });
    const settled = await startAll(aws, 'i-1', 'i-12', 'i-123');
    expect(outcomes(settled)).toEqual(['NotFoundError', 'NotFoundError', 'ok']);
    const [first, second] = settled.map((each) => (each as PromiseRejectedResult).reason as { id: string });
    expect([first?.id, second?.id]).toEqual(['i-1', 'i-12']);
    expect(idsOf(aws)).toEqual([['i-1', 'i-12', 'i-123'], ['i-123']]);
  });

  it('without an ID leads to one request per call, several at a time', async () => {
    await using aws = fakeAws();
    let running = 0;
    let most = 0;
    aws.on('StartInstances', async ({ InstanceIds: ids }: Ids): Promise<Answer> => {
      most = Math.max(most, ++running);
      await new Promise((resolve) => setImmediate(resolve));
      running--;
      if (ids.length > 1 || ids[0] === 'i-7')
        return awsError('IncorrectInstanceState', 'One of them is not in a state for this.');
      return started(ids);
    });
    const ids = Array.from({ length: 30 }, (_, index) => `i-${index}`);
    const names = outcomes(await startAll(aws, ...ids, 'i-7'));
    expect(names).toEqual([...ids, 'i-7'].map((id) => (id === 'i-7' ? 'ConflictError' : 'ok')));
    expect([aws.requests.length, most]).toEqual([31, 10]);
  });

  it.each([
    ['throttling', fault('throttle'), 'ThrottledError', 3],
    ['an outage', fault('503'), 'ServiceError', 3],
    ['a broken connection', fault('reset'), 'ConnectionError', 3],
    ['a response that is not from AWS', fault('garbage'), 'UnexpectedResponseError', 3],
    [
      'a wrong access key',
      awsError('AuthFailure', 'AWS was not able to validate the provided access credentials'),
      'CredentialsError',
      1,
    ],
    ['an expired token', awsError('RequestExpired', 'Request has expired.'), 'CredentialsError', 1],
    ['too many requests', awsError('Odd', 'Later', { status: 429 }), 'ThrottledError', 3],
  ])('that concerns all calls does not lead to single requests: %s', async (_title, answer, name, requests) => {
    await using aws = fakeAws();
    aws.on('StartInstances', answer);
    expect(outcomes(await startAll(aws, 'i-1', 'i-2', 'i-3'))).toEqual([name, name, name]);
    expect(aws.requests).toHaveLength(requests);
  });

  it('about permissions leads to single requests only if the action can be limited to resources', async () => {
    const denied = awsError('UnauthorizedOperation', 'You are not authorized to perform this operation.', {
      status: 403,
    });
    await using aws = fakeAws({ answers: { DescribeInstances: denied, StartInstances: denied } });
    expect(outcomes(await startAll(aws, 'i-1', 'i-2'))).toEqual(['AccessDeniedError', 'AccessDeniedError']);
    expect(aws.requests).toHaveLength(3);
    const described = ['i-1', 'i-2'].map((id) => describeInstance(id, { session: aws.session }));
    expect(outcomes(await Promise.allSettled(described))).toEqual(['AccessDeniedError', 'AccessDeniedError']);
    expect(aws.requests).toHaveLength(4);
  });

  it('in the declaration rejects all calls', async () => {
    await using aws = fakeAws();
    aws.on('StartInstances', { StartingInstances: [{ CurrentState: { Name: 'pending' } }] });
    expect(outcomes(await startAll(aws, 'i-1', 'undefined'))).toEqual([
      'UnexpectedResponseError',
      'UnexpectedResponseError',
    ]);
  });

  it('is handled for any abort reason and any ID', async () => {
    await using aws = fakeAws();
    const controller = new AbortController();
    aws.on('DescribeInstances', () => {
      setImmediate(() => controller.abort(null));
      return fault('hang');
    });
    const calls = ['i-1', 'i-2'].map((id) => describeInstance(id, { session: aws.session, signal: controller.signal }));
    expect(await Promise.allSettled(calls)).toMatchObject([{ reason: null }, { reason: null }]);
    aws.on('DescribeInstances', awsError('InvalidInstanceID.Malformed', 'Invalid id'));
    expect(
      outcomes(await Promise.allSettled(['', 'i-1'].map((id) => describeInstance(id, { session: aws.session })))),
    ).toEqual(['InvalidRequestError', 'InvalidRequestError']);
  });
});

describe('any concurrent calls', () => {
  const ids = fc.array(fc.nat({ max: 150 }), { minLength: 1, maxLength: 300 });

  it('each receive their own item or error, with the minimum number of requests', async () => {
    await fc.assert(
      fc.asyncProperty(
        ids,
        fc.uniqueArray(fc.nat({ max: 150 }), { maxLength: 20 }),
        fc.boolean(),
        async (wanted, gone, names) => {
          await using aws = fakeAws();
          const unknown = new Set(gone.map((each) => `i-${each}`));
          aws.on('DescribeInstances', ({ InstanceIds: asked }: Ids): Answer => {
            const missing = asked.filter((id) => unknown.has(id));
            if (missing.length === 0) return instancesOf([...asked].reverse());
            const named = names ? ` The instance IDs '${missing.join(', ')}' do not exist` : 'Some do not exist';
            return awsError('InvalidInstanceID.NotFound', named);
          });
          const settled = await Promise.allSettled(
            wanted.map((each) => describeInstance(`i-${each}`, { session: aws.session })),
          );
          for (const [index, each] of settled.entries()) {
            const id = `i-${wanted[index]}`;
            if (unknown.has(id))
              expect(each).toMatchObject({ status: 'rejected', reason: { name: 'NotFoundError', id } });
            else expect(each).toMatchObject({ status: 'fulfilled', value: { instanceId: id } });
          }
          const distinct = [...new Set(wanted.map((each) => `i-${each}`))];
          const chunks = Array.from({ length: Math.ceil(distinct.length / 100) }, (_, at) =>
            distinct.slice(at * 100, at * 100 + 100),
          );
          const needed = chunks.reduce((sum, chunk) => {
            const missing = chunk.filter((id) => unknown.has(id)).length;
            if (missing === 0 || chunk.length === 1) return sum + 1;
            return sum + 1 + (names ? Number(missing < chunk.length) : chunk.length);
          }, 0);
          expect(aws.requests).toHaveLength(needed);
        },
      ),
      { numRuns: 60 },
    );
  });
});
