import { expect, it } from 'vitest';

import { createBucket, deleteBucket } from '../index.js';
import { getBucketNotificationConfiguration, putBucketNotificationConfiguration } from './index.js';

it('turns notifications to EventBridge on and off', async () => {
  const { bucket } = await createBucket('notifying-local');
  expect(await getBucketNotificationConfiguration(bucket)).toEqual({ eventBridge: false, destinations: [] });
  await putBucketNotificationConfiguration({ bucket, eventBridge: true });
  expect(await getBucketNotificationConfiguration(bucket)).toEqual({ eventBridge: true, destinations: [] });
  await putBucketNotificationConfiguration({ bucket });
  expect(await getBucketNotificationConfiguration(bucket)).toEqual({ eventBridge: false, destinations: [] });
  await deleteBucket(bucket);
});
