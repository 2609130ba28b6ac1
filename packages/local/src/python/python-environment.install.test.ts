import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { sendToEc2 } from '../__fixtures__/send-to-ec2.js';
import { temporaryFolder } from '../__fixtures__/temporary-folder.js';
import { useCache } from '../__fixtures__/use-cache.js';
import { cacheFolder } from '../cache-folder.js';
import { startLocalAws } from '../start-local-aws.js';
import { pythonEnvironment } from './python-environment.js';

const uvCache = process.env['UV_CACHE_DIR'] ?? join(cacheFolder(), '../../uv');

beforeEach(() => {
  // Lets uv use packages that it has already downloaded.
  vi.stubEnv('UV_CACHE_DIR', uvCache);
});

afterEach(() => {
  vi.unstubAllEnvs();
});

describe('the first installation', () => {
  it('can run twice at the same time and leaves one environment', async () => {
    await using folder = await temporaryFolder();
    const cache = useCache(folder.path);
    const steps: string[] = [];
    const onProgress = (step: string): void => void steps.push(step);
    const both = await Promise.all([pythonEnvironment({ onProgress }), pythonEnvironment({ onProgress })]);
    expect(both[0]).toBe(both[1]);
    expect(await readdir(cache)).toEqual([expect.stringMatching(/^[0-9a-f]{16}$/)]);
    // If the network fails during uv's download, pip installs the emulators.
    expect(new Set(steps.filter((step) => !step.startsWith('uv failed')))).toEqual(
      new Set(['creating a virtual environment', 'installing moto 5.2.5, ministack 1.5.33']),
    );
    await using aws = await startLocalAws();
    expect(await sendToEc2(aws, 'DescribeRegions')).toContain('us-east-1');
  });

  it('leaves no files after an abort', async () => {
    await using folder = await temporaryFolder();
    const cache = useCache(folder.path);
    const giveUp = new AbortController();
    const onProgress = (step: string): void => {
      if (step.startsWith('installing')) setTimeout(() => giveUp.abort(), 100);
    };
    await expect(pythonEnvironment({ onProgress, signal: giveUp.signal })).rejects.toThrow(/aborted/);
    expect(await readdir(cache)).toEqual([]);
  });
});
