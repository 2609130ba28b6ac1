import { expect, it } from 'vitest';

import { describeImage, findLatestImage, listImages } from './index.js';

it('finds the newest Amazon Linux by its public parameter', async () => {
  const image = await findLatestImage('amazon-linux-2023');
  expect(image.name).toMatch(/^al2023-ami/);
  await expect(describeImage(image)).resolves.toEqual(image);
});

it('lists the images of an owner', async () => {
  // moto answers everything at once, whatever MaxResults says.
  const images = await listImages({ owners: ['amazon'], name: 'amzn2-ami-*' }).toArray({ limit: 3 });
  expect(images.length).toBeGreaterThan(0);
  expect(images.every(({ name }) => name?.startsWith('amzn2-ami-'))).toBe(true);
});
