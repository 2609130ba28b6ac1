import type { CallOptions } from '@arch/core/builder';

import type { Bandwidth } from './bandwidth.js';

/** The limit of parts. */
interface Pace<Part> {
  /** `undefined`: the parts are not limited. */
  readonly bandwidth: Bandwidth | undefined;
  readonly bytesOf: (part: Part) => number;
}

/** Yields each part when the bandwidth allows it. When the consumer stops, a pause in progress ends. */
export const paced = <Part>(
  parts: AsyncIterable<Part>,
  { bandwidth, bytesOf }: Pace<Part>,
  options: CallOptions,
): AsyncIterable<Part> => {
  if (!bandwidth) return parts;
  return {
    [Symbol.asyncIterator]: () => {
      const stop = new AbortController();
      const signal = options.signal ? AbortSignal.any([options.signal, stop.signal]) : stop.signal;
      const iterator = pausing(parts, (part) => bandwidth.take(bytesOf(part), { ...options, signal }));
      return {
        next: () => iterator.next(),
        return: () => {
          // A generator cannot be stopped while it waits.
          stop.abort();
          return iterator.return();
        },
      };
    },
  };
};

async function* pausing<Part>(
  parts: AsyncIterable<Part>,
  pause: (part: Part) => Promise<void>,
): AsyncGenerator<Part, void, undefined> {
  for await (const part of parts) {
    await pause(part);
    yield part;
  }
}
