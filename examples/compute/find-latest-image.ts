// Finds the latest image of an operating system, and the latest image of an owner by name pattern. Creates: nothing.
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
