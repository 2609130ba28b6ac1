import { setImmediate as turn } from 'node:timers/promises';

import { describe, expect, it } from 'vitest';

import { describeInstance, instancesOf, rebootInstance } from '../__fixtures__/instances.js';
import type { ArchEvent } from '../events/arch-event.js';
import { type FakeAws, fakeAws } from '../testing/index.js';

const idsOf = (aws: FakeAws): readonly unknown[] => aws.requests.map(({ input }) => input['InstanceIds']);

const asked = ({ InstanceIds: ids }: { InstanceIds: string[] }): object => instancesOf(ids);

const numbered = (count: number): readonly string[] => Array.from({ length: count }, (_, index) => `i-${index}`);

describe('calls of one turn', () => {
  it('are joined into one request, and each receives its own item', async () => {
    await using aws = fakeAws({ answers: { DescribeInstances: asked as never } });
    const found = await Promise.all(['i-1', 'i-2', 'i-3'].map((id) => describeInstance(id, { session: aws.session })));
    expect(found.map(({ instanceId }) => instanceId)).toEqual(['i-1', 'i-2', 'i-3']);
    expect(idsOf(aws)).toEqual([['i-1', 'i-2', 'i-3']]);
  });

  it('are joined into requests of the maximum size', async () => {
    await using aws = fakeAws({ answers: { DescribeInstances: asked as never } });
    await Promise.all(numbered(250).map((id) => describeInstance(id, { session: aws.session })));
    expect(aws.requests.map(({ input }) => (input['InstanceIds'] as string[]).length)).toEqual([100, 100, 50]);
  });

  it('send equal IDs once', async () => {
    await using aws = fakeAws({ answers: { DescribeInstances: asked as never } });
    const found = await Promise.all(
      ['i-1', 'i-2', 'i-1'].map((id) => describeInstance({ instanceId: id }, { session: aws.session })),
    );
    expect(found.map(({ instanceId }) => instanceId)).toEqual(['i-1', 'i-2', 'i-1']);
    expect(idsOf(aws)).toEqual([['i-1', 'i-2']]);
  });

  it('all succeed if the response has no items', async () => {
    await using aws = fakeAws({ answers: { RebootInstances: {} } });
    expect(await Promise.all(['i-1', 'i-2'].map((id) => rebootInstance(id, { session: aws.session })))).toEqual([
      undefined,
      undefined,
    ]);
    expect(idsOf(aws)).toEqual([['i-1', 'i-2']]);
  });

  it('are not joined with those of the next turn', async () => {
    await using aws = fakeAws({ answers: { DescribeInstances: asked as never } });
    const first = describeInstance('i-1', { session: aws.session });
    await turn();
    await Promise.all([first, describeInstance('i-2', { session: aws.session })]);
    expect(idsOf(aws)).toEqual([['i-1'], ['i-2']]);
  });

  it.each([
    ['another region', { region: 'eu-west-1' }],
    ['another number of attempts', { maxAttempts: 2 }],
    ['another deadline for attempts', { attemptTimeoutMs: 5_000 }],
    ['batch: false', { batch: false }],
  ])('are not joined with a call that has %s', async (_title, options) => {
    await using aws = fakeAws({ answers: { DescribeInstances: asked as never } });
    await Promise.all([
      describeInstance('i-1', { session: aws.session }),
      describeInstance('i-2', { session: aws.session, ...options }),
    ]);
    expect(idsOf(aws)).toEqual(expect.arrayContaining([['i-1'], ['i-2']]));
    expect(aws.requests).toHaveLength(2);
  });

  it('are not joined with a call that has other members of aws', async () => {
    await using aws = fakeAws({ answers: { DescribeInstances: asked as never } });
    const further = { instanceId: 'i-2', aws: { IncludeManagedResources: true } };
    await Promise.all([
      describeInstance('i-1', { session: aws.session }),
      describeInstance(further as never, { session: aws.session }),
    ]);
    expect(aws.requests.map(({ input }) => input)).toEqual([
      { InstanceIds: ['i-1'] },
      { InstanceIds: ['i-2'], IncludeManagedResources: true },
    ]);
  });

  it('are not joined with those of another session', async () => {
    await using aws = fakeAws({ answers: { DescribeInstances: asked as never } });
    await using other = fakeAws({ answers: { DescribeInstances: asked as never } });
    await Promise.all([aws, other].map(({ session }) => describeInstance('i-1', { session })));
    expect([aws.requests.length, other.requests.length]).toEqual([1, 1]);
  });

  it('publish that they were joined, and count their request once', async () => {
    await using aws = fakeAws({ answers: { DescribeInstances: asked as never } });
    const events: ArchEvent[] = [];
    const onEvent = (event: ArchEvent): void => void events.push(event);
    await Promise.all(['i-1', 'i-2', 'i-1'].map((id) => describeInstance(id, { session: aws.session, onEvent })));
    expect(events.filter(({ type }) => type === 'batch')).toMatchObject([
      { operation: 'describeInstance', calls: 3, ids: 2 },
    ]);
    expect(events.filter(({ type }) => type === 'attempt')).toHaveLength(1);
    expect(events.flatMap((event) => (event.type === 'call-end' ? event.attempts : []))).toEqual([1, 0, 0]);
  });
});
