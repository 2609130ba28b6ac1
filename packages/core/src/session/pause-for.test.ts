import { expect, it } from 'vitest';

import { fakeAws } from '../testing/index.js';
import { pauseFor } from './pause-for.js';

it("a pause uses the session's clock, and ends with the signal", async () => {
  await using aws = fakeAws();
  await pauseFor(5_000, { session: aws.session });
  expect(aws.clock.elapsedMs).toBe(5_000);
  const reason = new Error('enough');
  await expect(pauseFor(5_000, { session: aws.session, signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
});
