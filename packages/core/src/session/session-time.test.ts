import { expect, it } from 'vitest';

import { fakeAws } from '../testing/index.js';
import { pauseFor } from './pause-for.js';
import { sessionTime } from './session-time.js';

it("is the time of the session's clock, not of the machine's", async () => {
  await using aws = fakeAws();
  const { session } = aws;
  expect(sessionTime({ session }).toISOString()).toBe('2026-01-01T00:00:00.000Z');
  await pauseFor(1_500, { session });
  expect(sessionTime({ session }).toISOString()).toBe('2026-01-01T00:00:01.500Z');
});
