import { describeInstance } from '@arch/compute';
import { createSession } from '@arch/core';
import { invokeFunction } from '@arch/ml';
import { DescribeInstancesCommand, EC2Client } from '@aws-sdk/client-ec2';
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';

import { instanceIdOf } from './ec2-responses.ts';
import { median, milliseconds, report } from './figure.ts';
import { settings, withServer } from './with-server.ts';

type Work = () => Promise<unknown>;

interface Comparison {
  readonly name: string;
  readonly ours: Work;
  readonly theirs: Work;
  readonly limit?: number;
}

/** Measures sequential calls of this library and of the SDK, alternately. */
const compare = async ({ name, ours, theirs, limit = 1.05 }: Comparison): Promise<void> => {
  const times = { ours: [] as number[], theirs: [] as number[] };
  for (let round = 0; round < 400; round++) {
    for (const [side, work] of [['ours', ours] as const, ['theirs', theirs] as const]) {
      const start = performance.now();
      await work();
      if (round >= 100) times[side].push(performance.now() - start);
    }
  }
  const [mine, sdk] = [median(times.ours), median(times.theirs)];
  report({ name, ours: milliseconds(mine), theirs: milliseconds(sdk), value: mine / sdk, limit, unit: '×' });
};

await withServer({}, async ({ endpoint }) => {
  const session = createSession(settings(endpoint));
  const ec2 = new EC2Client(settings(endpoint));
  const id = instanceIdOf(1);
  await compare({
    name: 'one call, batching included',
    ours: () => describeInstance(id, { session }),
    theirs: () => ec2.send(new DescribeInstancesCommand({ InstanceIds: [id] })),
  });
  await session[Symbol.asyncDispose]();
  ec2.destroy();
});

/** Measures invocations of a function. 5 ms is a short run of a function; with 0 ms, only the call is measured. */
const invocations = (LATENCY_MS: number, limit: number): Promise<void> =>
  withServer({ LATENCY_MS }, async ({ endpoint }) => {
    const session = createSession(settings(endpoint));
    const lambda = new LambdaClient(settings(endpoint));
    const payload = { orderId: 42, pieces: 3 };
    const Payload = JSON.stringify(payload);
    await compare({
      name: `an invocation of a function that takes ${LATENCY_MS} ms`,
      ours: () => invokeFunction({ functionName: 'orders', payload }, { session }),
      theirs: async () => {
        const response = await lambda.send(new InvokeCommand({ FunctionName: 'orders', Payload }));
        return JSON.parse(new TextDecoder().decode(response.Payload)) as unknown;
      },
      limit,
    });
    await session[Symbol.asyncDispose]();
    lambda.destroy();
  });

await invocations(5, 1.05);
await invocations(0, 100);
