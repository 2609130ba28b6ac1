import { input, stream, type StreamOperation, z } from '@arch/core/builder';

import { getObjectStream } from '../index.js';
import { type ObjectReference, objectReference } from '../../object-reference.js';
import { decompress, only } from './decompress.js';

/** An object whose content is read. */
export interface Content extends ObjectReference {
  /** Whether content that is compressed with gzip is decompressed. */
  readonly decompress: boolean;
  /** The content, if it is already read. */
  readonly stored?: Uint8Array | undefined;
}

/** Reads the content of an object that `getObject` found as a stream. */
export const streamContent: StreamOperation<Content, Uint8Array> = stream(() => ({
  name: 'getObject',
  input: input<Content>({
    ...objectReference(),
    decompress: z.boolean(),
    stored: z.optional(z.custom<Uint8Array>()),
  }),
  uses: [getObjectStream],
  items: ({ decompress: isDecompressed, stored, ...object }, options) => {
    if (!isDecompressed) return stored ? only(stored) : getObjectStream(object, options);
    const stop = new AbortController();
    const signal = options.signal ? AbortSignal.any([options.signal, stop.signal]) : stop.signal;
    const chunks = stored ? only(stored) : getObjectStream(object, { ...options, signal });
    return decompress(object.key, chunks, () => stop.abort());
  },
}));
