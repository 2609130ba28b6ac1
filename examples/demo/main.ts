// A tour of all layers with real calls to a local AWS: `npm run demo`. A tour of some layers: `npm run demo -- storage ml`.
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
  bad(`Unknown layer ${unknown.join(', ')}: use ${layers.map(({ name }) => name).join(', ')}.`);
  process.exit(2);
}

const live = liveLine();
const start = performance.now();
const aws = await startLocalAws({ onProgress: (step) => live.show(`local AWS: ${step}`) });
for (const name of Object.keys(process.env)) if (name.startsWith('AWS_')) delete process.env[name];
Object.assign(process.env, localEnvironment({}, aws.env));
live.show('local AWS: first requests');
// An emulator loads services at its first request. This time is not part of the demo.
const sql = { sql: 'select 1', workgroupName: 'reports', database: 'dev' };
await Promise.all([listInstances().count(), listQueues().count(), query(sql).first()]);
live.end();

const rows = [];
for (const { name, heading, show, simulated } of layers.filter(
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
    simulated,
  });
}

title('Summary');
table(rows);
note(
  `${rows.length} layers in ${((performance.now() - start) / 1_000).toFixed(1)} s, including the start of the local AWS.`,
);
note(
  'Requests, signatures, responses and errors are real, but faster than those of AWS. The emulators are moto and MiniStack; SQL runs on Postgres.',
);
await aws.stop();
