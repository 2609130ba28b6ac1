// A guided run with real calls against a local AWS: `npm run demo`.
import { listInstances } from '@arch/compute';
import { createSession, withSession } from '@arch/core';
import { localEnvironment, startLocalAws } from '@arch/local';

import { byFunctions } from './by-functions.ts';
import { byHand, type Cost } from './by-hand.ts';
import { computeTour } from './compute.ts';
import { liveLine, note, table, title } from './screen.ts';
import { tour } from './tour.ts';

const live = liveLine();
await using aws = await startLocalAws({ onProgress: (step) => live.show(`local AWS: ${step}`) });
for (const name of Object.keys(process.env)) if (name.startsWith('AWS_')) delete process.env[name];
Object.assign(process.env, localEnvironment({}, aws.env));
live.show('local AWS: loading EC2');
await listInstances().count();
live.end();

const running = tour();
await using session = createSession({ onEvent: running.onEvent });
const imageId = await withSession(session, () => computeTour(running));

title('The same life of 25 instances, twice, without a word');
const row = (name: string, { requests, milliseconds }: Cost) => ({
  'written with': name,
  requests,
  time: `${milliseconds.toFixed(0)} ms`,
});
table([
  row('@arch/compute', await byFunctions(imageId)),
  row('the AWS SDK, a call and a wait per instance', await byHand(imageId)),
]);
note(
  "The AWS behind this is moto on this machine: requests and answers are real, instances are not, and nothing takes AWS's time.",
);
