// Keeps a price list as JSON in a closed, encrypted bucket, reads it back by a schema, and removes both. Makes: one bucket with one object, deleted at the end.
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
