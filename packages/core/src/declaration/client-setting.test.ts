import { expect, it } from 'vitest';

import { objects } from '../__fixtures__/objects.js';
import { fakeAws } from '../testing/index.js';
import { clientSetting } from './client-setting.js';

it('reads a setting of the client of a service, also one that the SDK computes', async () => {
  await using aws = fakeAws({ region: 'eu-west-1' });
  const { session } = aws;
  expect(await clientSetting(objects(), 'serviceId', { session })).toBe('S3');
  expect(await clientSetting(objects(), 'region', { session })).toBe('eu-west-1');
  expect(await clientSetting(objects(), 'region', { session, region: 'eu-west-3' })).toBe('eu-west-3');
  expect(await clientSetting(objects(), 'unknown', { session })).toBeUndefined();
});
