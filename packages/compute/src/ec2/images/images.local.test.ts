import { expect, it } from 'vitest';

import { describeImage, findLatestImage, listImages } from './index.js';

it('finds the newest Amazon Linux image by its public parameter', async () => {
  const image = await findLatestImage('amazon-linux-2023');
  expect(image.name).toMatch(/^al2023-ami/);
  await expect(describeImage(image)).resolves.toEqual(image);
});

it('lists the images of an owner', async () => {
  // The local AWS ignores MaxResults and returns all images in one response.
  const images = await listImages({ owners: ['amazon'], name: 'amzn2-ami-*' }).toArray({ limit: 3 });
  expect(images.length).toBeGreaterThan(0);
  expect(images.every(({ name }) => name?.startsWith('amzn2-ami-'))).toBe(true);
});
