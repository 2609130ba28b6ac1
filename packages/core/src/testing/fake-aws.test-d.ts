import { expectTypeOf, test } from 'vitest';

import { type Answer, delayed, type FakeAws, fault, type FaultName } from './index.js';

declare const aws: FakeAws;

test('a response function receives the call and an input of its own type', () => {
  aws.on('StartInstances', (input, { attempt, request }) => {
    expectTypeOf(input).toEqualTypeOf<Record<string, unknown>>();
    expectTypeOf(attempt).toEqualTypeOf<number>();
    expectTypeOf(request.body).toEqualTypeOf<string | Uint8Array>();
    return {};
  });
  aws.once('StartInstances', async ({ InstanceIds: ids }: { InstanceIds: string[] }) => ({ StartingInstances: ids }));
  aws.on(
    'StartInstances',
    delayed(({ InstanceIds: ids }: { InstanceIds: string[] }) => ids, 5),
  );
});

test('a response is an object, and a fault has a known name', () => {
  expectTypeOf<string>().not.toExtend<Answer>();
  expectTypeOf(fault).parameter(0).toEqualTypeOf<FaultName>();
  // @ts-expect-error no such fault
  fault('trottle');
});
