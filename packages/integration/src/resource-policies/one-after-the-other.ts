import { unlessAborted } from '@arch/core/builder';

const underWay = new Map<string, Promise<unknown>>();

/** Does what must not happen twice at once to one thing: in this process, one piece of work begins when the one before has ended. */
export const oneAfterTheOther = async <Result>(
  thing: string,
  work: () => Promise<Result>,
  { signal }: { readonly signal?: AbortSignal | undefined },
): Promise<Result> => {
  const before = Promise.allSettled([underWay.get(thing)]);
  const own = before.then(() => {
    signal?.throwIfAborted();
    return work();
  });
  underWay.set(thing, own);
  try {
    await unlessAborted(before, signal);
    return await own;
  } finally {
    if (underWay.get(thing) === own) underWay.delete(thing);
  }
};
