// A guided run with real calls against a local AWS: `npm run demo`.
import { createSession, withSession } from '@arch/core';
import { localEnvironment, startLocalAws } from '@arch/local';

import { byHand } from './by-hand.ts';
import { computeTour } from './compute.ts';
import { liveLine, note, table, title } from './screen.ts';
import { tour } from './tour.ts';

const live = liveLine();
await using aws = await startLocalAws({ onProgress: (step) => live.show(`local AWS: ${step}`) });
live.end();
for (const name of Object.keys(process.env)) if (name.startsWith('AWS_')) delete process.env[name];
Object.assign(process.env, localEnvironment({}, aws.env));

const running = tour();
await using session = createSession({ onEvent: running.onEvent });
await withSession(session, () => computeTour(running));

title('What it cost');
const sdk = await byHand('ami-12c6146b');
const row = (name: string, requests: number, milliseconds: number) => ({ '': name, requests, time: `${(milliseconds / 1_000).toFixed(1)} s` });
table([row('@arch/compute', running.total.requests, running.total.milliseconds), row('the same with the AWS SDK, a call per instance', sdk.requests, sdk.milliseconds)]);
note('The AWS behind this is moto on this machine: requests and answers are real, instances are not, and nothing takes AWS\'s time.');
