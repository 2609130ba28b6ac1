import { LocalAwsError } from '../local-aws-error.js';
import type { AccessKey } from '../guard/access-key.js';
import type { Emulator } from './emulator.js';
import { freePorts } from './free-ports.js';
import type { RunningEmulator } from './running-emulator.js';
import { startEmulator } from './start-emulator.js';

export interface StartEmulatorsOptions {
  readonly python: string;
  readonly accessKey: AccessKey;
  /** The port of the first emulator. The other emulators use the ports after it. */
  readonly port?: number | undefined;
  /** Returns the environment of the emulators for their ports. */
  readonly environment: (ports: readonly number[]) => NodeJS.ProcessEnv;
  readonly signal?: AbortSignal | undefined;
  /** For tests. */
  readonly choosePorts?: typeof freePorts;
}

const attempts = 3;

/** Starts all emulators in parallel. If one of them cannot be started, all are stopped. */
export async function startEmulators(
  emulators: readonly Emulator[],
  options: StartEmulatorsOptions,
): Promise<RunningEmulator[]> {
  const { port, choosePorts = freePorts } = options;
  for (let attempt = 1; ; attempt++) {
    const ports = await choosePorts(emulators.length, port);
    try {
      return await startOnce(emulators, ports, options);
    } catch (error) {
      if (!lostItsPort(error) || attempt === attempts) throw error;
    }
  }
}

async function startOnce(
  emulators: readonly Emulator[],
  ports: readonly number[],
  { python, accessKey, environment, signal }: StartEmulatorsOptions,
): Promise<RunningEmulator[]> {
  const shared = { python, accessKey, signal, environment: environment(ports) };
  const started = await Promise.allSettled(
    emulators.map((emulator, index) => startEmulator(emulator, { ...shared, port: ports[index] ?? 0 })),
  );
  const running = started.filter((result) => result.status === 'fulfilled').map((result) => result.value);
  const failure = started.find((result) => result.status === 'rejected');
  if (failure === undefined) return running;
  await Promise.all(running.map((emulator) => emulator.stop()));
  throw failure.reason;
}

/** Whether another program has used the port between the choice of the free port and the start of the emulator. */
function lostItsPort(error: unknown): boolean {
  return error instanceof LocalAwsError && error.output.some((line) => /\bin use\b/i.test(line));
}
