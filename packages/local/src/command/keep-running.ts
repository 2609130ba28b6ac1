import type { S3Server } from '../s3-servers.js';
import { startLocalAws } from '../start-local-aws.js';
import type { Ending } from './ending.js';
import { exportLines } from './export-lines.js';
import { onEndingSignal } from './on-ending-signal.js';

export interface KeepRunningOptions {
  readonly json: boolean;
  readonly port?: number | undefined;
  readonly region?: string | undefined;
  readonly s3?: S3Server | undefined;
  readonly onProgress: (step: string) => void;
  readonly print: (text: string) => void;
}

/** Starts a local AWS, prints its environment, and keeps it running until a signal arrives. */
export async function keepRunning({ json, print, ...options }: KeepRunningOptions): Promise<Ending> {
  const { promise: signalled, resolve: onSignal } = Promise.withResolvers<void>();
  const starting = new AbortController();
  using _signals = onEndingSignal(() => {
    starting.abort();
    onSignal();
  });
  // Keeps this process alive, because the emulators do not.
  const alive = setInterval(() => {}, 2 ** 30);
  try {
    await using aws = await startLocalAws({ ...options, signal: starting.signal });
    print(json ? JSON.stringify(aws.env, undefined, 2) : exportLines(aws.env, process.env));
    options.onProgress('the local AWS is ready; press Ctrl-C to stop it');
    await Promise.race([signalled, aws.ended]);
  } catch (error) {
    if (!starting.signal.aborted) throw error;
  } finally {
    clearInterval(alive);
  }
  return { status: 0 };
}
