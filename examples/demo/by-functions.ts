import {
  describeInstance,
  resizeInstance,
  runInstances,
  startInstance,
  stopInstance,
  terminateInstance,
} from '@arch/compute';
import { createSession, withSession } from '@arch/core';

import type { Cost } from './cost.ts';

/** The life of 25 instances that `with-sdk.ts` writes with the AWS SDK. */
export const byFunctions = async (image: string): Promise<Cost> => {
  const cost: Cost = { requests: 0, milliseconds: 0 };
  const session = createSession({ onEvent: ({ type }) => void (type === 'attempt' && cost.requests++) });
  const start = performance.now();
  await withSession(session, async () => {
    const instances = await runInstances({ image, instanceType: 't3.micro', count: 25 }, { wait: true });
    const { instanceId } = instances[0]!;
    await Promise.all(instances.map((instance) => describeInstance(instance)));
    await stopInstance(instanceId, { wait: true });
    await resizeInstance({ instanceId, instanceType: 't3.small' });
    await startInstance(instanceId, { wait: true });
    await Promise.all(instances.map((instance) => terminateInstance(instance, { wait: true })));
  });
  cost.milliseconds = performance.now() - start;
  await session[Symbol.asyncDispose]();
  return cost;
};
