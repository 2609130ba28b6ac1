import { mkdtemp, open, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, expect, it, vi } from 'vitest';

import { type ObjectChecksum, rangeSums } from '../checksums/index.js';
import { verifyContent } from './verify-content.js';

const content = Buffer.from('0123456789');
/** The CRC32 of the content. */
const crc32: ObjectChecksum = { algorithm: 'CRC32', value: 'poTHxg==' };
const sha256: ObjectChecksum = { algorithm: 'SHA256', value: 'hNiYd/DUBB77a/kaFvAkjy/Vc+avBcGflr7bn4gveII=' };

let folder = '';
let path = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'arch-verify-'));
  path = join(folder, 'content');
  await writeFile(path, content);
});
afterAll(() => rm(folder, { recursive: true }));

const verify = async (expected: ObjectChecksum | undefined, sizeBytes: number, summed?: Buffer): Promise<string> => {
  const file = await open(path);
  const discard = vi.fn(async () => undefined);
  const sums = summed && rangeSums();
  sums?.range(0)(summed!);
  const target = { file, discard } as never;
  try {
    return await verifyContent({ key: 'k', path, sizeBytes, expected, sums }, target, undefined);
  } catch (error) {
    expect(discard).toHaveBeenCalledOnce();
    throw error;
  } finally {
    await file.close();
  }
};

it('compares the sums of the ranges, or the checksum of the file, or its length', async () => {
  expect(await verify(crc32, 10, content)).toBe('CRC32');
  expect(await verify(crc32, 10)).toBe('CRC32');
  expect(await verify(sha256, 10)).toBe('SHA256');
  expect(await verify(undefined, 10)).toBe('length');
});

it('removes damaged content and throws an error with both values', async () => {
  const message =
    /^downloadFile: the received content of k is damaged: its CRC32 is .{8}, but S3 stores CRC32 poTHxg==\./;
  await expect(verify(crc32, 10, Buffer.from('0123456780'))).rejects.toThrow(message);
  await expect(verify({ ...sha256, value: 'x' }, 10)).rejects.toThrow(/its SHA256 is hNiY/);
  await expect(verify(undefined, 11)).rejects.toThrow('its length is 10, but S3 stores length 11');
});
