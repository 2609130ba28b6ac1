import { resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { LocalAwsError } from '../local-aws-error.js';
import type { Emulator } from './emulator.js';
import { requestStatus } from './request-status.js';
import { runEmulator, type RunEmulatorOptions } from './run-emulator.js';
import type { RunningEmulator } from './running-emulator.js';

export interface StartEmulatorOptions extends RunEmulatorOptions {
  readonly signal?: AbortSignal | undefined;
  /** The maximum time to wait in milliseconds. Default: 60,000, because Python compiles all modules at the first start. */
  readonly timeoutMs?: number | undefined;
}

/** Starts an emulator and waits until it is ready. */
export async function startEmulator(emulator: Emulator, options: StartEmulatorOptions): Promise<RunningEmulator> {
  options.signal?.throwIfAborted();
  const running = runEmulator(emulator, options);
  try {
    await untilReady(running, emulator, options);
    return running;
  } catch (error) {
    await running.stop();
    throw error;
  }
}

async function untilReady(
  { name, port, output, hasEnded }: RunningEmulator,
  { readyPath, remedy }: Emulator,
  { python, accessKey, signal, timeoutMs = 60_000 }: StartEmulatorOptions,
): Promise<void> {
  const url = `http://127.0.0.1:${port}${readyPath}`;
  const deadline = performance.now() + timeoutMs;
  while ((await requestStatus(url, 'GET', accessKey)) !== 200) {
    if (hasEnded()) {
      const advice = remedy ?? `delete ${resolve(python, '../..')} and start again.`;
      const message = `${name} ended before it was ready. If its output does not show the reason, ${advice}`;
      throw new LocalAwsError(message, { output });
    }
    if (performance.now() > deadline) {
      throw new LocalAwsError(`${name} was not ready after ${timeoutMs / 1_000} s: start again.`, { output });
    }
    await delay(30, undefined, { signal });
  }
}
