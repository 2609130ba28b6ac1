import { awsEnvironment } from './aws-environment.js';
import { checkS3Server } from './check-s3-server.js';
import { emulatorEnvironment } from './emulators/emulator-environment.js';
import type { Emulator } from './emulators/emulator.js';
import { emulators } from './emulators/emulators.js';
import type { RunningEmulator } from './emulators/running-emulator.js';
import { serviceEndpoints } from './emulators/service-endpoints.js';
import { startEmulators } from './emulators/start-emulators.js';
import { withVersitygw } from './emulators/with-versitygw.js';
import { newAccessKey } from './guard/access-key.js';
import type { LocalAws } from './local-aws.js';
import { LocalAwsError } from './local-aws-error.js';
import { pythonEnvironment } from './python/python-environment.js';
import type { S3Server } from './s3-servers.js';
import { sqlServices } from './sql/start-sql-facade.js';
import { startSqlServer } from './start-sql-server.js';
import { findVersitygw } from './versitygw/find-versitygw.js';

export interface StartLocalAwsOptions {
  /** Called before each step of the start with its description, e.g. `installing moto 5.2.5`. */
  readonly onProgress?: ((step: string) => void) | undefined;
  /** The port of 127.0.0.1 for the first server; the other servers use the next ports: two, or three with `s3: 'versitygw'`. Default: free ports. */
  readonly port?: number | undefined;
  /** The region of `env`. The emulators accept all regions, versitygw only this one. Default: `us-east-1`. */
  readonly region?: string | undefined;
  /**
   * The server of S3: `ministack`, or `versitygw`, an S3 server on files, whose objects are not in memory. versitygw is taken from the PATH or
   * built with Go, see `findVersitygw`. The other services do not see its buckets. Default: `ministack`.
   */
  readonly s3?: S3Server | undefined;
  /** Time in milliseconds that an EC2 instance takes to start, stop and terminate. Default 0: the next request returns the final state. */
  readonly transitionMs?: number | undefined;
  /** Aborts the start. To end a local AWS that has started, call `stop`. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Starts a local AWS and waits until it is ready.
 *
 * The first start on a machine installs the emulators into the user's cache folder, which requires the network and takes some seconds. Later
 * starts take about one second. All servers end with this process, also if it is killed.
 *
 * @throws {LocalAwsError} Python or versitygw is missing, the emulators cannot be installed, one of them does not start, or `s3` is unknown.
 *
 * @example
 * const aws = await startLocalAws();
 * execFileSync('aws', ['ec2', 'describe-regions'], { env: localEnvironment(process.env, aws.env) });
 * await aws.stop();
 */
export async function startLocalAws(options: StartLocalAwsOptions = {}): Promise<LocalAws> {
  const { onProgress = () => {}, port, region = 'us-east-1', signal, transitionMs = 0 } = options;
  const chosen = await chooseEmulators({ ...options, region });
  const python = await pythonEnvironment({ onProgress, signal });
  const accessKey = newAccessKey();
  onProgress(`starting ${chosen.map(({ name }) => name).join(', ')}`);
  // The SQL server starts first, because the environment of Lambda functions contains its URL.
  const sql = await startSqlServer({
    accessKey,
    port: port === undefined ? undefined : port + chosen.length,
    signal,
  });
  const wiring = (ports: readonly number[]): Wiring => {
    const endpoints = serviceEndpoints([...chosen, { services: sqlServices }], [...ports, sql.port]);
    const env = awsEnvironment(endpoints, { accessKey, region, inherited: process.env });
    return { endpoints, env, credentials: accessKey };
  };
  const environment = (ports: readonly number[]): NodeJS.ProcessEnv => ({
    ...emulatorEnvironment(process.env, wiring(ports).env),
    ...(transitionMs > 0 && { ARCH_TRANSITION_MS: String(transitionMs) }),
  });
  try {
    const running = await startEmulators(chosen, { python, port, accessKey, environment, signal });
    const wired = wiring(running.map((emulator) => emulator.port));
    sql.setStsEndpoint(wired.endpoints['STS'] ?? '');
    return localAws([...running, sql], wired);
  } catch (error) {
    await sql.stop();
    throw error;
  }
}

async function chooseEmulators({
  s3 = 'ministack',
  region,
  onProgress,
  signal,
}: StartLocalAwsOptions & { readonly region: string }): Promise<readonly Emulator[]> {
  if (checkS3Server('startLocalAws: s3', s3) === 'ministack') return emulators;
  return withVersitygw({ program: await findVersitygw({ onProgress, signal }), region });
}

type Wiring = Pick<LocalAws, 'endpoints' | 'env' | 'credentials'>;

function localAws(running: readonly RunningEmulator[], wiring: Wiring): LocalAws {
  let stopped = false;
  const ended = Promise.all(
    running.map(async ({ name, ended: end, output }) => {
      await end;
      if (!stopped) throw new LocalAwsError(`${name} ended unexpectedly: start the local AWS again.`, { output });
    }),
  ).then(() => {});
  // Most callers do not use this promise, and its rejection must not end their process.
  ended.catch(() => {});
  const stop = async (): Promise<void> => {
    stopped = true;
    await Promise.all(running.map((emulator) => emulator.stop()));
  };
  const reset = async (): Promise<void> => {
    await Promise.all(running.map((emulator) => emulator.reset()));
  };
  return { ...wiring, ended, reset, stop, [Symbol.asyncDispose]: stop };
}
