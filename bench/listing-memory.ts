import { listInstances } from '@arch/compute';
import { createSession } from '@arch/core';

import { report } from './figure.ts';
import { settings, withServer } from './with-server.ts';

const megabytes = (): number => process.memoryUsage().rss / 1_000_000;

await withServer({ PAGES: 100, PAGE_SIZE: 1_000 }, async ({ endpoint }) => {
  const session = createSession(settings(endpoint));
  await listInstances({}, { session }).first();
  const start = megabytes();
  let items = 0;
  let most = 0;
  let early = 0;
  for await (const _instance of listInstances({}, { session })) {
    if (++items % 1_000 !== 0) continue;
    most = Math.max(most, megabytes());
    if (items === 20_000) early = most;
  }
  const grown = most - start;
  report({
    name: `memory over the start while ${items.toLocaleString('en')} instances stream`,
    ours: `${grown.toFixed(0)} MB (${(early - start).toFixed(0)} MB after 20,000)`,
    theirs: '–',
    value: grown,
    limit: 60,
    unit: ' MB',
  });
  await session[Symbol.asyncDispose]();
});
