import {
  DescribeInstancesCommand,
  EC2Client,
  ModifyInstanceAttributeCommand,
  RunInstancesCommand,
  StartInstancesCommand,
  StopInstancesCommand,
  TerminateInstancesCommand,
  waitUntilInstanceRunning,
  waitUntilInstanceStopped,
  waitUntilInstanceTerminated,
} from '@aws-sdk/client-ec2';

import type { Cost } from './cost.ts';

/** Which instances go into one request and one wait. */
type Groups = (ids: readonly string[]) => readonly string[][];

/** As it is usually written: one call and one wait per instance. */
export const perInstance: Groups = (ids) => ids.map((id) => [id]);

/** As an expert writes it: AWS accepts many IDs in a request, and the SDK's waiters wait for all of them. */
export const allAtOnce: Groups = (ids) => [[...ids]];

/** The life of 25 instances of `by-functions.ts` with the AWS SDK alone. */
export const withSdk = async (imageId: string, groups: Groups): Promise<Cost> => {
  const client = new EC2Client({});
  const cost: Cost = { requests: 0, milliseconds: 0 };
  client.middlewareStack.add((next) => (args) => (cost.requests++, next(args)), {
    step: 'deserialize',
    priority: 'low',
  });
  const start = performance.now();
  const each = (ids: readonly string[], work: (InstanceIds: string[]) => Promise<unknown>): Promise<unknown> =>
    Promise.all(groups(ids).map(work));
  const wait = { client, maxWaitTime: 600, minDelay: 1, maxDelay: 15 };

  const { Instances = [] } = await client.send(
    new RunInstancesCommand({
      ImageId: imageId,
      InstanceType: 't3.micro',
      MinCount: 25,
      MaxCount: 25,
      MetadataOptions: { HttpTokens: 'required' },
    }),
  );
  const ids = Instances.map(({ InstanceId = '' }) => InstanceId);
  const first = ids.slice(0, 1);
  await each(ids, (InstanceIds) => waitUntilInstanceRunning(wait, { InstanceIds }));
  await each(ids, (InstanceIds) => client.send(new DescribeInstancesCommand({ InstanceIds })));
  await client.send(new StopInstancesCommand({ InstanceIds: first }));
  await waitUntilInstanceStopped(wait, { InstanceIds: first });
  await client.send(new ModifyInstanceAttributeCommand({ InstanceId: first[0], InstanceType: { Value: 't3.small' } }));
  await client.send(new StartInstancesCommand({ InstanceIds: first }));
  await waitUntilInstanceRunning(wait, { InstanceIds: first });
  await each(ids, (InstanceIds) => client.send(new TerminateInstancesCommand({ InstanceIds })));
  await each(ids, (InstanceIds) => waitUntilInstanceTerminated(wait, { InstanceIds }));
  client.destroy();
  cost.milliseconds = performance.now() - start;
  return cost;
};
