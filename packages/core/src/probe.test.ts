import { it, expect } from 'vitest';
import { describeInstance, terminateInstance, instancesOf } from './__fixtures__/instances.js';
import { fakeAws, fault } from './testing/index.js';
it('probe', async () => {
  await using aws = fakeAws();
  aws.on('TerminateInstances', fault('hang'));
  const c = new AbortController();
  const p = terminateInstance('i-1', { session: aws.session, signal: c.signal });
  setTimeout(() => c.abort(), 20);
  const e = await p.catch((e) => e);
  console.log(e, e === c.signal.reason, e instanceof Error);
});
