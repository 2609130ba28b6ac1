import { describeInstance } from '@arch/compute';
import { createSession } from '@arch/core';
import { DescribeInstancesCommand, EC2Client } from '@aws-sdk/client-ec2';

import { instanceIdOf } from './ec2-responses.ts';
import { median, milliseconds, report } from './figure.ts';
import { settings, withServer } from './with-server.ts';

const ids = Array.from({ length: 1_000 }, (_, n) => instanceIdOf(n));
const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const start = performance.now();
  await work();
  return performance.now() - start;
};

const measure = async (LEAN: number): Promise<void> =>
  withServer({ LATENCY_MS: 5, LEAN }, async ({ endpoint, requests }) => {
    const session = createSession(settings(endpoint));
    const client = new EC2Client(settings(endpoint));
    const ours = (): Promise<unknown> => Promise.all(ids.map((id) => describeInstance(id, { session })));
    const theirs = (): Promise<unknown> =>
      Promise.all(ids.map((id) => client.send(new DescribeInstancesCommand({ InstanceIds: [id] }))));
    // Warm-up: this library sends ten requests per round and the SDK a thousand, so it needs more rounds until its code is compiled.
    for (let round = 0; round < 40; round++) await ours();
    for (let round = 0; round < 5; round++) await theirs();
    await requests();
    await ours();
    const sent = await requests();
    const times = { ours: [] as number[], theirs: [] as number[] };
    for (let round = 0; round < 15; round++) {
      times.theirs.push(await timed(theirs));
      // The first round includes the garbage collection of the SDK's round, so it is not measured.
      await ours();
      for (let own = 0; own < 4; own++) times.ours.push(await timed(ours));
    }
    const [mine, sdk] = [median(times.ours), median(times.theirs)];
    const subject = `1,000 concurrent describes${LEAN ? '' : ', 5 KB an instance'}`;
    if (LEAN)
      report({
        name: `${subject}: requests`,
        ours: `${sent}`,
        theirs: '1000',
        value: sent,
        limit: 10,
        unit: ' requests',
      });
    report({
      name: `${subject}: time`,
      ours: milliseconds(mine),
      theirs: milliseconds(sdk),
      value: mine / sdk,
      limit: LEAN ? 0.05 : 1,
      unit: '×',
    });
    await session[Symbol.asyncDispose]();
    client.destroy();
  });

await measure(1);
await measure(0);
