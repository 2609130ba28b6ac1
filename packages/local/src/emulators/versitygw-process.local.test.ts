import { once } from 'node:events';
import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { fakeProgram } from '../__fixtures__/fake-program.js';
import { isRunning } from '../__fixtures__/is-running.js';
import { launchedBy } from '../__fixtures__/launched-by.js';
import { listeningAddresses } from '../__fixtures__/listening-addresses.js';
import { nodeFromSources } from '../__fixtures__/node-from-sources.js';
import { occupyPort } from '../__fixtures__/occupy-port.js';
import { sendToS3 } from '../__fixtures__/send-to-s3.js';
import { temporaryFolder } from '../__fixtures__/temporary-folder.js';
import { testKey } from '../__fixtures__/test-key.js';
import { withoutVersitygw } from '../__fixtures__/without-versitygw.js';
import type { LocalAws } from '../local-aws.js';
import { pythonEnvironment } from '../python/python-environment.js';
import { startLocalAws } from '../start-local-aws.js';
import { findVersitygw } from '../versitygw/find-versitygw.js';
import { emulatorEnvironment } from './emulator-environment.js';
import { freePorts } from './free-ports.js';
import { requestStatus } from './request-status.js';
import { startEmulator } from './start-emulator.js';
import { startEmulators } from './start-emulators.js';
import { versitygw } from './versitygw.js';

const skipped = await withoutVersitygw();
const isLinux = process.platform === 'linux';
const environment = (): NodeJS.ProcessEnv => emulatorEnvironment(process.env, {});

/** Returns the IDs of the child processes of a process, on Linux. */
const childrenOf = async (pid = 0): Promise<number[]> =>
  (await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8')).trim().split(' ').map(Number);

describe.skipIf(skipped !== '')(`the process of versitygw${skipped}`, () => {
  let python: string;
  let program: string;

  beforeAll(async () => {
    python = await pythonEnvironment({ onProgress: () => {} });
    program = await findVersitygw();
  });

  afterEach(() => {
    vi.unstubAllEnvs();
  });

  it('ends at stop, and its folder is deleted', async () => {
    await using temporary = await temporaryFolder();
    vi.stubEnv('TMPDIR', temporary.path);
    const aws = await startLocalAws({ s3: 'versitygw' });
    await sendToS3(aws, 'PUT', '/kept-in-files');
    expect((await foldersWith(temporary.path, 'kept-in-files')).length).toBe(1);
    await aws.stop();
    expect(await requestStatus(aws.endpoints['S3'] ?? '', 'GET')).toBeUndefined();
    expect(await readdir(temporary.path)).toEqual([]);
    await expect(aws.reset()).rejects.toThrow(/cannot be reset/);
  });

  it('ends with the process that started it, and its folder is deleted', async () => {
    await using temporary = await temporaryFolder();
    const parent = nodeFromSources('start-and-wait.ts', ['versitygw'], { TMPDIR: temporary.path });
    const [line] = (await once(parent.stdout, 'data')) as [Buffer];
    const aws = JSON.parse(line.toString()) as Pick<LocalAws, 'endpoints' | 'credentials'>;
    await sendToS3(aws, 'PUT', '/kept-in-files');
    expect((await foldersWith(temporary.path, 'kept-in-files')).length).toBe(1);
    parent.kill('SIGKILL');
    const status = (): Promise<number | undefined> => requestStatus(aws.endpoints['S3'] ?? '', 'GET');
    await expect.poll(status, { timeout: 10_000 }).toBeUndefined();
    await expect.poll(() => readdir(temporary.path), { timeout: 10_000 }).toEqual([]);
  });

  it.skipIf(!isLinux)(
    'ends with its launcher, opens one port of 127.0.0.1, and writes nothing about requests',
    async () => {
      await using temporary = await temporaryFolder();
      vi.stubEnv('TMPDIR', temporary.path);
      const [port = 0] = await freePorts(1);
      const settings = { python, accessKey: testKey, port, environment: environment() };
      const emulator = versitygw({ program, region: 'us-east-1' });
      const { result: running, processes } = await launchedBy(() => startEmulator(emulator, settings));
      const written = [...running.output];
      const [child = 0, ...others] = await childrenOf(processes[0]?.pid);
      expect(others).toEqual([]);
      expect(await listeningAddresses(child)).toEqual([`0100007F:${port.toString(16).toUpperCase().padStart(4, '0')}`]);
      await requestStatus(`http://127.0.0.1:${port}/bucket/key`, 'GET');
      processes[0]?.kill('SIGKILL');
      await running.ended;
      await expect.poll(() => isRunning(child), { timeout: 10_000 }).toBe(false);
      expect(running.output).toEqual(written);
      await running.stop();
      expect(await readdir(temporary.path)).toEqual([]);
    },
  );

  it('uses another port if the chosen port is already in use', async () => {
    await using occupied = await occupyPort();
    const choices = [[occupied.port], await freePorts(1)];
    const choosePorts = (): Promise<number[]> => Promise.resolve(choices.shift() ?? []);
    const options = { python, accessKey: testKey, environment, choosePorts };
    const [running] = await startEmulators([versitygw({ program, region: 'us-east-1' })], options);
    expect(choices).toEqual([]);
    expect(running?.port).not.toBe(occupied.port);
    await running?.reset();
    await running?.stop();
  });
});

it('a program that ends at once is an error with its last output, and leaves no folder', async () => {
  await using temporary = await temporaryFolder();
  const folder = join(temporary.path, 'tmp');
  await mkdir(folder);
  vi.stubEnv('TMPDIR', folder);
  const program = await fakeProgram(join(temporary.path, 'versitygw'), 'echo "no xattr support" >&2; exit 1');
  const [port = 0] = await freePorts(1);
  const python = await pythonEnvironment({ onProgress: () => {} });
  const settings = { python, accessKey: testKey, port, environment: environment() };
  await expect(startEmulator(versitygw({ program, region: 'us-east-1' }), settings)).rejects.toThrow(
    `versitygw ended before it was ready. If its output does not show the reason, update ${program} and start again.\n  no xattr support`,
  );
  expect(await readdir(folder)).toEqual([]);
  vi.unstubAllEnvs();
});

/** Returns the temporary folders in which versitygw has a bucket. */
async function foldersWith(path: string, bucket: string): Promise<string[]> {
  const names = await readdir(path);
  const buckets = await Promise.all(names.map((name) => readdir(join(path, name, 'data')).catch((): string[] => [])));
  return names.filter((_name, index) => buckets[index]?.includes(bucket));
}
