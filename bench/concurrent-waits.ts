import { waitForInstance } from '@arch/compute';
import { createSession } from '@arch/core';
import { EC2Client, waitUntilInstanceRunning } from '@aws-sdk/client-ec2';

import { instanceIdOf } from './ec2-responses.ts';
import { report } from './figure.ts';
import { settings, withServer } from './with-server.ts';

const ids = Array.from({ length: 1_000 }, (_, n) => instanceIdOf(n));

await withServer({ LATENCY_MS: 5, PENDING_POLLS: 2 }, async ({ endpoint, requests }) => {
  const session = createSession(settings(endpoint));
  await Promise.all(ids.map((instanceId) => waitForInstance({ instanceId, state: 'running' }, { session })));
  const ours = await requests();
  const client = new EC2Client(settings(endpoint));
  await Promise.all(
    ids.map((id) =>
      waitUntilInstanceRunning({ client, maxWaitTime: 60, minDelay: 1, maxDelay: 2 }, { InstanceIds: [id] }),
    ),
  );
  const theirs = await requests();
  report({
    name: '1,000 waits of 3 polls: requests',
    ours: `${ours}`,
    theirs: `${theirs}`,
    value: ours,
    limit: 40,
    unit: ' requests',
  });
  await session[Symbol.asyncDispose]();
  client.destroy();
});
