import { describeInstance } from '@arch/compute';
import { createSession } from '@arch/core';
import { DescribeInstancesCommand, EC2Client } from '@aws-sdk/client-ec2';

import { instanceIdOf } from './ec2-answers.ts';
import { median, milliseconds, report } from './figure.ts';
import { settings, withServer } from './with-server.ts';

const id = instanceIdOf(1);
const rounds = 300;

await withServer({}, async ({ endpoint }) => {
  const session = createSession(settings(endpoint));
  const client = new EC2Client(settings(endpoint));
  const work = {
    ours: () => describeInstance(id, { session }) as Promise<unknown>,
    theirs: () => client.send(new DescribeInstancesCommand({ InstanceIds: [id] })) as Promise<unknown>,
  };
  const times = { ours: [] as number[], theirs: [] as number[] };
  for (let round = 0; round < rounds + 100; round++) {
    for (const name of ['ours', 'theirs'] as const) {
      const start = performance.now();
      await work[name]();
      if (round >= 100) times[name].push(performance.now() - start);
    }
  }
  const [mine, sdk] = [median(times.ours), median(times.theirs)];
  report({
    name: 'one call, batching included',
    ours: milliseconds(mine),
    theirs: milliseconds(sdk),
    value: mine / sdk,
    limit: 1.05,
    unit: '×',
  });
  await session[Symbol.asyncDispose]();
  client.destroy();
});
