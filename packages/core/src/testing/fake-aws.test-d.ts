import { expectTypeOf, test } from 'vitest';

import { type Answer, delayed, type FakeAws, fault, type FaultName } from './index.js';

declare const aws: FakeAws;

test('an answering function knows the call, and takes the input by the type that it says', () => {
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

test('an answer is an object, a fault has a name that exists', () => {
  expectTypeOf<string>().not.toExtend<Answer>();
  expectTypeOf(fault).parameter(0).toEqualTypeOf<FaultName>();
  // @ts-expect-error no such fault
  fault('trottle');
});
