// A tour of all layers with real calls against a local AWS: `npm run demo`, or of some: `npm run demo -- storage ml`.
import { query } from '@arch/analytics';
import { listInstances } from '@arch/compute';
import { createSession, withSession } from '@arch/core';
import { listQueues } from '@arch/integration';
import { localEnvironment, startLocalAws } from '@arch/local';

import { layers } from './layers.ts';
import { bad, liveLine, note, table, title } from './screen.ts';
import { tour } from './tour.ts';

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !layers.some((layer) => layer.name === name));
if (unknown.length > 0) {
  bad(`There is no layer ${unknown.join(', ')}; there are ${layers.map(({ name }) => name).join(', ')}.`);
  process.exit(2);
}

const live = liveLine();
const start = performance.now();
const aws = await startLocalAws({ onProgress: (step) => live.show(`local AWS: ${step}`) });
for (const name of Object.keys(process.env)) if (name.startsWith('AWS_')) delete process.env[name];
Object.assign(process.env, localEnvironment({}, aws.env));
live.show('local AWS: its first answers');
// What an emulator loads at its first request is no part of what is shown.
const sql = { sql: 'select 1', workgroupName: 'reports', database: 'dev' };
await Promise.all([listInstances().count(), listQueues().count(), query(sql).first()]);
live.end();

const rows = [];
for (const { name, heading, show, pretended } of layers.filter(
  (layer) => wanted.length === 0 || wanted.includes(layer.name),
)) {
  title(heading);
  const running = tour();
  const session = createSession({ onEvent: running.onEvent });
  try {
    await withSession(session, () => show(running));
  } finally {
    await session[Symbol.asyncDispose]();
  }
  const { steps, calls, requests, milliseconds } = running.totals();
  rows.push({
    layer: name,
    steps,
    calls,
    requests,
    time: `${(milliseconds / 1_000).toFixed(1)} s`,
    'only pretended': pretended,
  });
}

title('What that was');
table(rows);
note(
  `${rows.length} layers in ${((performance.now() - start) / 1_000).toFixed(1)} s, the start of the local AWS included.`,
);
note(
  "Requests, signatures, answers and errors are real, and nothing takes AWS's time. The emulators are moto and MiniStack, SQL is Postgres.",
);
await aws.stop();
