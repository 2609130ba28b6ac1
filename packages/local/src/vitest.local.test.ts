import { expect, it } from 'vitest';
import { requestStatus } from './emulators/request-status.js';
import { setup } from './vitest.js';

it('starts a local AWS before a test run, stops it afterwards, and restores the environment', async () => {
  process.env['AWS_PROFILE'] = 'production';
  const before = { ...process.env };
  const tearDown = await setup();
  const ready = `${process.env['AWS_ENDPOINT_URL_EC2']}/moto-api/data.json`;
  expect(process.env).toMatchObject({ AWS_ACCESS_KEY_ID: expect.stringMatching(/^ARCH/), PATH: before['PATH'] });
  expect(process.env).not.toHaveProperty('AWS_PROFILE');
  const { AWS_ACCESS_KEY_ID: accessKeyId = '', AWS_SECRET_ACCESS_KEY: secretAccessKey = '' } = process.env;
  expect(await requestStatus(ready, 'GET', { accessKeyId, secretAccessKey })).toBe(200);
  await tearDown();
  expect({ ...process.env }).toEqual(before);
  expect(await requestStatus(ready, 'GET')).toBeUndefined();
});
