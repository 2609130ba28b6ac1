import { beforeAll, describe, expect, it } from 'vitest';
import { sendToEc2 } from '../__fixtures__/send-to-ec2.js';
import { launchedBy } from '../__fixtures__/launched-by.js';
import { listeningAddresses } from '../__fixtures__/listening-addresses.js';
import { occupyPort } from '../__fixtures__/occupy-port.js';
import { testKey, testKeyEnv } from '../__fixtures__/test-key.js';
import { LocalAwsError } from '../local-aws-error.js';
import { pythonEnvironment } from '../python/python-environment.js';
import type { Emulator } from './emulator.js';
import { emulators } from './emulators.js';
import { freePorts } from './free-ports.js';
import { requestStatus } from './request-status.js';
import { startEmulator } from './start-emulator.js';
import { startEmulators } from './start-emulators.js';

const moto = emulators.find(({ name }) => name === 'moto') as Emulator;
/** The path with which MiniStack reports that it opens no further ports. */
const settledPath = ({ name, readyPath }: Emulator): string => (name === 'ministack' ? '/_ministack/ready' : readyPath);
const environment = (): NodeJS.ProcessEnv => process.env;
let python: string;

beforeAll(async () => {
  python = await pythonEnvironment({ onProgress: () => {} });
});

describe('startEmulators', () => {
  it.each(emulators)('uses another port for $name if the chosen port is already in use', async (emulator) => {
    await using occupied = await occupyPort();
    const choices = [[occupied.port], await freePorts(1)];
    const choosePorts = (): Promise<number[]> => Promise.resolve(choices.shift() ?? []);
    const [running] = await startEmulators([emulator], { python, accessKey: testKey, environment, choosePorts });
    expect(choices).toEqual([]);
    expect(running?.port).not.toBe(occupied.port);
    await running?.reset();
    await running?.stop();
  });

  it('throws an error with the last output of an emulator that ended, and stops the others', async () => {
    const broken = { ...moto, name: 'broken', entryPoint: 'nowhere:main' };
    const ports = await freePorts(2);
    const choosePorts = (): Promise<number[]> => Promise.resolve(ports);
    const starting = startEmulators([moto, broken], { python, accessKey: testKey, environment, choosePorts });
    await expect(starting).rejects.toThrow(/^broken ended before it was ready\. [^]*No module named 'nowhere'/);
    expect(await freePorts(1, ports[0])).toEqual([ports[0]]);
  });
});

describe('startEmulator', () => {
  it.each(emulators)('starts $name so that it writes no output about requests', async (emulator) => {
    const [port = 0] = await freePorts(1);
    const running = await startEmulator(emulator, { python, accessKey: testKey, port, environment: process.env });
    const aws = { env: { ...testKeyEnv, AWS_ENDPOINT_URL_EC2: `http://127.0.0.1:${port}` } };
    // An action that neither emulator supports. moto would write a traceback.
    expect(await sendToEc2(aws, 'MonitorEverything')).toMatch(/<html|InvalidAction/i);
    await running.stop();
    expect(running.output).toEqual([]);
  });

  it.skipIf(process.platform !== 'linux').each(emulators)(
    'starts $name so that it opens one port, of 127.0.0.1',
    async (emulator) => {
      const [port = 0, other] = await freePorts(2);
      // If MiniStack's default port for IoT is in use, MiniStack does not open it, and the test would prove nothing.
      const settings = {
        python,
        accessKey: testKey,
        port,
        environment: { ...process.env, IOT_MTLS_PORT: String(other) },
      };
      const { result: running, processes } = await launchedBy(() => startEmulator(emulator, settings));
      const settled = `http://127.0.0.1:${port}${settledPath(emulator)}`;
      await expect.poll(() => requestStatus(settled, 'GET', testKey), { timeout: 10_000 }).toBe(200);
      const addresses = await Promise.all(processes.map(({ pid }) => listeningAddresses(pid ?? 0)));
      await running.stop();
      expect(addresses).toEqual([[`0100007F:${port.toString(16).toUpperCase().padStart(4, '0')}`]]);
    },
  );

  it('throws an error if an emulator is not ready within the timeout', async () => {
    const [port = 0] = await freePorts(1);
    const waiting = startEmulator(
      { ...moto, readyPath: '/never' },
      { python, accessKey: testKey, port, environment: process.env, timeoutMs: 100 },
    );
    await expect(waiting).rejects.toThrow(LocalAwsError);
    await expect(waiting).rejects.toThrow('moto was not ready after 0.1 s');
  });
});
