import { unlessAborted } from '@arch/core/builder';

const running = new Map<string, Promise<unknown>>();

/** Runs functions with the same key one after the other, within this process. */
export const runInSequence = async <Result>(
  key: string,
  work: () => Promise<Result>,
  { signal }: { readonly signal?: AbortSignal | undefined },
): Promise<Result> => {
  const before = Promise.allSettled([running.get(key)]);
  const own = before.then(() => {
    signal?.throwIfAborted();
    return work();
  });
  running.set(key, own);
  try {
    await unlessAborted(before, signal);
    return await own;
  } finally {
    if (running.get(key) === own) running.delete(key);
  }
};
