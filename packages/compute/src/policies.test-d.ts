import { acrossRegions, policyFor } from '@arch/core';
import { expectTypeOf, it } from 'vitest';

import { createVpc, describeInstance, runInstance, startInstance } from './index.js';

it('accepts the members of the ARNs, and the cases of the function', () => {
  policyFor(
    startInstance.on({ instanceId: ['i-1', 'i-2'] }),
    createVpc.on({ vpcId: '*' }).with('tags'),
    describeInstance,
  );
  policyFor(runInstance, acrossRegions, { region: 'cn-north-1' });
  expectTypeOf(startInstance.on).parameter(0).toEqualTypeOf<{
    readonly instanceId?: string | readonly string[] | undefined;
  }>();
});

it('rejects other members and cases', () => {
  // @ts-expect-error the ARN of an instance has no such member
  startInstance.on({ instance: 'i-1' });
  // @ts-expect-error IAM cannot limit ec2:DescribeInstances to resources
  describeInstance.on({ instanceId: 'i-1' });
  // @ts-expect-error there is no such case
  createVpc.with('tag');
  // @ts-expect-error no permission of the function depends on its input
  startInstance.with('tags');
});

it('narrows the results of regions by ok', async () => {
  for await (const result of acrossRegions('all', async () => 1)) {
    if (result.ok) expectTypeOf(result.value).toEqualTypeOf<number>();
    else expectTypeOf(result.error).toEqualTypeOf<unknown>();
  }
});
