import { type CallOptions, nodeCrypto } from '@arch/core/builder';

import { getObjectStream, type ObjectReference } from '../index.js';

/** Whether objects have the same content: reads all of them, in parallel. */
export const haveEqualContent = async (objects: readonly ObjectReference[], options: CallOptions): Promise<boolean> => {
  const hashes = await Promise.all(objects.map((object) => hashOf(object, options)));
  return new Set(hashes).size === 1;
};

const hashOf = async (object: ObjectReference, options: CallOptions): Promise<string> => {
  const hash = nodeCrypto().createHash('sha256');
  for await (const chunk of getObjectStream(object, options)) hash.update(chunk);
  return hash.digest('hex');
};
