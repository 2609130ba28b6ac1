import { beforeAll, describe, expect, it } from 'vitest';
import { askEc2 } from '../__fixtures__/ask-ec2.js';
import { occupyPort } from '../__fixtures__/occupy-port.js';
import { LocalAwsError } from '../local-aws-error.js';
import { pythonEnvironment } from '../python/python-environment.js';
import type { Emulator } from './emulator.js';
import { emulators } from './emulators.js';
import { freePorts } from './free-ports.js';
import { startEmulator } from './start-emulator.js';
import { startEmulators } from './start-emulators.js';

const moto = emulators.find(({ name }) => name === 'moto') as Emulator;
const environment = (): NodeJS.ProcessEnv => process.env;
let python: string;

beforeAll(async () => {
  python = await pythonEnvironment({ onProgress: () => {} });
});

describe('startEmulators', () => {
  it('takes another port when the chosen one is lost meanwhile', async () => {
    await using occupied = await occupyPort();
    const choices = [[occupied.port], await freePorts(1)];
    const choosePorts = (): Promise<number[]> => Promise.resolve(choices.shift() ?? []);
    const [running] = await startEmulators([moto], { python, environment, choosePorts });
    expect(choices).toEqual([]);
    expect(running?.port).not.toBe(occupied.port);
    await running?.reset();
    await running?.stop();
  });

  it('says with its last words that an emulator ended, and leaves none running', async () => {
    const broken = { ...moto, name: 'broken', entryPoint: 'nowhere:main' };
    const ports = await freePorts(2);
    const choosePorts = (): Promise<number[]> => Promise.resolve(ports);
    const starting = startEmulators([moto, broken], { python, environment, choosePorts });
    await expect(starting).rejects.toThrow(/^broken ended before it was ready\. [^]*No module named 'nowhere'/);
    expect(await freePorts(1, ports[0])).toEqual([ports[0]]);
  });
});

describe('startEmulator', () => {
  it('starts one that writes nothing about requests: it would stop when nobody reads', async () => {
    const [port = 0] = await freePorts(1);
    const running = await startEmulator(moto, { python, port, environment: process.env });
    expect(await askEc2(`http://127.0.0.1:${port}`, 'MonitorInstances')).toContain('Internal Server Error');
    await running.stop();
    expect(running.output).toEqual([]);
  });

  it('gives up an emulator that never gets ready', async () => {
    const [port = 0] = await freePorts(1);
    const waiting = startEmulator(
      { ...moto, readyPath: '/never' },
      { python, port, environment: process.env, timeoutMs: 100 },
    );
    await expect(waiting).rejects.toThrow(LocalAwsError);
    await expect(waiting).rejects.toThrow('moto was not ready after 0.1 s');
  });
});
