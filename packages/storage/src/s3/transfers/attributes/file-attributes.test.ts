import { mkdtemp, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { fakeAws } from '@arch/core/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { keepParts } from '../__fixtures__/keep-parts.js';
import { downloadFile, uploadFile } from '../index.js';
import { areAttributesFree, isSameTime, readAttributes, toAttributeMetadata } from './index.js';

const both = { preserve: ['times', 'mode'] } as const;

describe('attributes as metadata', () => {
  it.each([
    [1_700_000_000_123_456_789n, '1700000000.123456789'],
    [1_700_000_000_500_000_000n, '1700000000.5'],
    [1_700_000_000_000_000_000n, '1700000000'],
    [0n, '0'],
    [1n, '0.000000001'],
    [-1_500_000_000n, '-1.5'],
  ])('contain %d ns as %s s', (modifiedNs, mtime) => {
    expect(toAttributeMetadata({ modifiedNs, mode: 0o100644 }, both)).toEqual({ mtime, mode: '33188' });
  });

  it('contain only what is preserved', () => {
    const local = { modifiedNs: 1n, mode: 0o100600 };
    expect(toAttributeMetadata(local, { preserve: ['mode'] })).toEqual({ mode: '33152' });
    expect(toAttributeMetadata(local, {})).toEqual({});
    const stored = { mtime: '5', mode: '33152' };
    expect(readAttributes(stored, { preserve: ['times'] })).toEqual({ modifiedMs: 5_000 });
    expect(readAttributes(stored, {})).toEqual({});
  });

  it('are read as they were written', () => {
    const times = fc.bigInt({ min: -4_000_000_000_000n, max: 9_000_000_000_000n });
    fc.assert(
      fc.property(times, fc.integer({ min: 0, max: 0o777 }), (milliseconds, mode) => {
        const local = { modifiedNs: milliseconds * 1_000_000n, mode: 0o100000 + mode };
        const read = readAttributes(toAttributeMetadata(local, both), both);
        expect(read.mode).toBe(mode);
        expect(isSameTime(read.modifiedMs!, Number(milliseconds))).toBe(true);
      }),
    );
  });

  it.each([
    ['33188', 0o644],
    ['100644', 0o644],
    ['0100755', 0o755],
    ['36333', 0o755],
    ['104755', 0o755],
    ['16877', undefined],
    ['040755', undefined],
    ['644', undefined],
    ['rw-r--r--', undefined],
    ['', undefined],
  ])('of mode %s restore the permissions %o', (mode, expected) => {
    expect(readAttributes({ mode }, both).mode).toBe(expected);
  });

  it.each(['', 'now', '2026-11-01T10:00:00Z', '1e9', '123456789012', '1.', 'NaN'])('ignore the time %s', (mtime) => {
    expect(readAttributes({ mtime }, both).modifiedMs).toBeUndefined();
  });

  it('are read in the form of s3cmd, unless they exist in the other form', () => {
    const ofS3cmd = { 's3cmd-attrs': 'atime:1/gid:0/md5:47812c/mode:33188/mtime:1508801827/uname:a:b' };
    expect(readAttributes(ofS3cmd, both)).toEqual({ modifiedMs: 1_508_801_827_000, mode: 0o644 });
    expect(readAttributes({ ...ofS3cmd, mtime: '7' }, both)).toEqual({ modifiedMs: 7_000, mode: 0o644 });
  });

  it.each([
    [{ mtime: '1' }, false],
    [{ MTime: '1' }, false],
    [{ Mode: '1' }, false],
    [{ time: '1' }, true],
  ])('are not overwritten by own metadata %j: %s', (metadata, expected) => {
    expect(areAttributesFree({ ...both, metadata })).toBe(expected);
    expect(areAttributesFree({ metadata })).toBe(true);
  });
});

it.each([
  [1_000.5, 1_000.5, true],
  [1_000.5, 1_001.4, true],
  [1_000.5, 1_001.6, false],
  [1_000, 1_999.9, true],
  [2_000, 1_999.9, false],
  [1_000, 2_000, false],
])('compares %d ms and %d ms: equal is %s', (one, other, expected) => {
  expect(isSameTime(one, other)).toBe(expected);
  expect(isSameTime(other, one)).toBe(expected);
});

describe('preserve', () => {
  const object = { bucket: 'videos', key: 'film.mp4' };
  const written = new Date('2020-01-01');

  it('stores the attributes of a file that is uploaded in parts, with the given metadata', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'arch-attributes-'));
    const path = join(folder, 'film.mp4');
    await writeFile(path, Buffer.alloc(6_000_000));
    await utimes(path, written, written);
    await using aws = fakeAws();
    keepParts(aws);
    const input = { ...object, path, partSizeBytes: 5_242_880, metadata: { team: 'web' } };
    await uploadFile({ ...input, preserve: ['times'] }, { session: aws.session });
    await rm(folder, { recursive: true });
    const started = aws.requests.find(({ operation }) => operation === 'CreateMultipartUpload');
    expect(started?.input['Metadata']).toEqual({ team: 'web', mtime: '1577836800' });
  });

  it('restores the attributes of a downloaded file', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'arch-attributes-'));
    const path = join(folder, 'film.mp4');
    const Metadata = { mtime: '1577836800', mode: '33024' };
    await using aws = fakeAws({
      answers: { HeadObject: { ContentLength: 5, Metadata }, GetObject: { Body: 'hello' } },
    });
    await downloadFile({ ...object, path, preserve: ['times', 'mode'] }, { session: aws.session });
    const { mtimeMs, mode } = await stat(path);
    await rm(folder, { recursive: true });
    expect([mtimeMs, mode & 0o777]).toEqual([written.getTime(), 0o400]);
  });

  it('is rejected for a body, and for metadata of the same name', async () => {
    await using aws = fakeAws();
    const upload = (more: object): Promise<unknown> =>
      uploadFile({ ...object, preserve: ['times'], ...more }, { session: aws.session });
    await expect(upload({ body: new Uint8Array(1) })).rejects.toThrow('preserve only with path');
    await expect(upload({ path: 'a', metadata: { mtime: '1' } })).rejects.toThrow(
      'metadata without the names that preserve writes',
    );
    expect(aws.requests).toEqual([]);
  });
});
