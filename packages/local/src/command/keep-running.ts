import { startLocalAws } from '../start-local-aws.js';
import type { Ending } from './ending.js';
import { exportLines } from './export-lines.js';
import { onEndingSignal } from './on-ending-signal.js';

export interface KeepRunningOptions {
  readonly json: boolean;
  readonly port?: number | undefined;
  readonly region?: string | undefined;
  readonly onProgress: (step: string) => void;
  readonly print: (text: string) => void;
}

/** Keeps a local AWS running until a signal asks to end, after printing the environment that leads to it. */
export async function keepRunning({ json, print, ...options }: KeepRunningOptions): Promise<Ending> {
  const { promise: asked, resolve: ask } = Promise.withResolvers<void>();
  const starting = new AbortController();
  using _signals = onEndingSignal(() => {
    starting.abort();
    ask();
  });
  // Nothing else keeps this process alive: the emulators do not.
  const alive = setInterval(() => {}, 2 ** 30);
  try {
    await using aws = await startLocalAws({ ...options, signal: starting.signal });
    print(json ? JSON.stringify(aws.env, undefined, 2) : exportLines(aws.env, process.env));
    options.onProgress('ready; Ctrl-C ends it');
    await Promise.race([asked, aws.ended]);
  } catch (error) {
    if (!starting.signal.aborted) throw error;
  } finally {
    clearInterval(alive);
  }
  return { status: 0 };
}
