import { afterEach, expect, it, vi } from 'vitest';

import { environmentRegion } from './environment-region.js';

afterEach(() => vi.unstubAllEnvs());

it.each([
  [{ AWS_REGION: 'eu-west-1', AWS_DEFAULT_REGION: 'us-east-1' }, 'eu-west-1'],
  [{ AWS_REGION: '', AWS_DEFAULT_REGION: 'us-east-1' }, 'us-east-1'],
  [{ AWS_REGION: undefined, AWS_DEFAULT_REGION: undefined }, undefined],
])('is read from AWS_REGION, then AWS_DEFAULT_REGION: %j', (environment, region) => {
  for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value);
  expect(environmentRegion()).toBe(region);
});
