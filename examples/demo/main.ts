// A tour of all layers with real calls to a local AWS: `npm run demo`. A tour of some layers: `npm run demo -- storage ml`.
import { query } from '@arch/analytics';
import { listInstances } from '@arch/compute';
import { createSession, withSession } from '@arch/core';
import { listQueues } from '@arch/integration';
import { localEnvironment, startLocalAws } from '@arch/local';

import { layers } from './layers.ts';
import { liveLine, note, table, title } from './screen.ts';
import { type Totals, tour } from './tour.ts';
import { waterfall } from './waterfall.ts';

const wanted = process.argv.slice(2);
const live = liveLine();
const start = performance.now();
const seconds = (milliseconds: number): string => `${(milliseconds / 1_000).toFixed(1)} s`;

// AWS needs a minute for an instance. Here it is a second, so that a wait can be seen.
const aws = await startLocalAws({ transitionMs: 1_000, onProgress: (step) => live.show(`local AWS: ${step}`) });
for (const name of Object.keys(process.env)) if (name.startsWith('AWS_')) delete process.env[name];
Object.assign(process.env, localEnvironment({}, aws.env));
live.show('local AWS: its first responses');
// What an emulator loads at its first request is no part of what is shown.
const sql = { sql: 'select 1', workgroupName: 'reports', database: 'dev' };
await Promise.all([listInstances().count(), listQueues().count(), query(sql).first()]);
live.end();
const startedAfter = performance.now() - start;

const shown: (Totals & { readonly name: string; readonly simulated: string | undefined })[] = [];
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
  shown.push({ name, simulated, ...running.totals() });
}

title('Summary');
table(
  shown.map(({ name, steps, calls, requests, milliseconds }) => ({
    layer: name,
    steps,
    calls,
    requests: requests.length,
    time: seconds(milliseconds),
  })),
);
for (const { name, requests } of shown) {
  console.log(`\n  Requests of ${name} over time:`);
  for (const line of waterfall(requests)) console.log(line);
}
console.log();
for (const { name, simulated } of shown) if (simulated) note(`Not real in ${name}: ${simulated}.`);
const total = seconds(performance.now() - start);
note(`The local AWS started in ${seconds(startedAfter)}; the whole tour took ${total}.`);
note(
  'Requests, signatures, responses and errors are real; AWS takes longer. The emulators are moto and MiniStack, SQL is run by Postgres.',
);
await aws.stop();
