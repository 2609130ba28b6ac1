// Stores a price list as JSON in a private, encrypted bucket and reads it with a schema. Creates: one bucket with one object, deleted at the end.
import { createBucket, deleteBucket, getObjectJson, putObject } from '@arch/storage';
import * as z from 'zod/mini';

const { bucket } = await createBucket(`prices-${Date.now()}`);

try {
  const key = 'shop/prices.json';
  await putObject({ bucket, key, json: { prices: [1.5, 2] }, ifNoneMatch: '*' });

  const schema = z.object({ prices: z.array(z.number()) });
  const { prices } = await getObjectJson({ bucket, key, schema });
  console.log(Math.max(...prices));
} finally {
  await deleteBucket({ bucket, empty: true });
}
