import { listInstances } from '@arch/compute';
import { createSession } from '@arch/core';
import { DescribeInstancesCommand, EC2Client } from '@aws-sdk/client-ec2';

import { median, milliseconds, report } from './figure.ts';
import { settings, withServer } from './with-server.ts';

await withServer({ PAGES: 1, PAGE_SIZE: 1_000 }, async ({ endpoint }) => {
  const session = createSession(settings(endpoint));
  const client = new EC2Client(settings(endpoint));
  const work: Record<'ours' | 'theirs' | 'text', () => Promise<unknown>> = {
    ours: () => listInstances({}, { session }).toArray(),
    theirs: () => client.send(new DescribeInstancesCommand({ MaxResults: 1_000 })),
    text: async () => (await fetch(endpoint, { method: 'POST', body: 'Action=DescribeInstances' })).text(),
  };
  const times = { ours: [] as number[], theirs: [] as number[], text: [] as number[] };
  for (let round = 0; round < 14; round++) {
    for (const name of ['ours', 'theirs', 'text'] as const) {
      const start = performance.now();
      await work[name]();
      if (round >= 4) times[name].push(performance.now() - start);
    }
  }
  const [mine, sdk, text] = [median(times.ours), median(times.theirs), median(times.text)];
  report(
    {
      name: 'listing of 1,000 instances, decoded, validated, mapped',
      ours: milliseconds(mine),
      theirs: milliseconds(sdk),
      value: mine / sdk,
      limit: 0.4,
      aim: 0.2,
      unit: '×',
    },
    {
      name: '… a plain fetch of the same text',
      ours: milliseconds(text),
      theirs: milliseconds(sdk),
      value: text / sdk,
      limit: 1,
      unit: '×',
    },
  );
  await session[Symbol.asyncDispose]();
  client.destroy();
});
