// Finds the newest images by name, and the newest of an owner by pattern. Makes: nothing.
import { findLatestImage } from '@arch/compute';

const results = await Promise.allSettled([
  findLatestImage('amazon-linux-2023'),
  findLatestImage({ os: 'windows-server-2022' }),
  findLatestImage({ owner: 'self', name: 'my-app-*' }),
]);

for (const result of results) {
  if (result.status === 'fulfilled') console.log(result.value.imageId, result.value.name, result.value.creationDate);
  else console.log(String(result.reason));
}
