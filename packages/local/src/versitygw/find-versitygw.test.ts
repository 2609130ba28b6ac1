import { readdir, readFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeProgram } from '../__fixtures__/fake-program.js';
import { temporaryFolder } from '../__fixtures__/temporary-folder.js';
import { useCache } from '../__fixtures__/use-cache.js';
import { LocalAwsError } from '../local-aws-error.js';
import { findVersitygw } from './find-versitygw.js';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let cache: string;
let bin: string;
let steps: string[];

/** The folders of the shell's own programs, which contain neither Go nor versitygw. */
const shellPath = '/usr/bin:/bin';

beforeEach(async () => {
  folder = await temporaryFolder();
  cache = useCache(join(folder.path, 'cache'));
  bin = join(folder.path, 'bin');
  steps = [];
  vi.stubEnv('PATH', bin);
});

afterEach(async () => {
  vi.unstubAllEnvs();
  await folder[Symbol.asyncDispose]();
});

const find = (signal?: AbortSignal): Promise<string> =>
  findVersitygw({ onProgress: (step) => void steps.push(step), signal });

/** Writes a `go` that runs a script with the PATH of the shell. */
const fakeGo = (script: string): Promise<string> => fakeProgram(join(bin, 'go'), `PATH=${shellPath}\n${script}`);

const building = 'building versitygw v1.8.0 with Go, which takes some minutes';

describe('findVersitygw', () => {
  it('returns the program on the PATH', async () => {
    const program = await fakeProgram(join(bin, 'versitygw'), 'exit 0');
    vi.stubEnv('PATH', [join(folder.path, 'absent'), bin].join(delimiter));
    await fakeGo('exit 1');
    expect(await find()).toBe(program);
    expect(steps).toEqual([]);
  });

  it('builds the pinned version with Go in the cache folder, once', async () => {
    await fakeGo(
      `echo "$*" > "$GOBIN/arguments"; printf '#!/bin/sh' > "$GOBIN/versitygw"; chmod +x "$GOBIN/versitygw"`,
    );
    const program = join(cache, 'versitygw-v1.8.0', 'versitygw');
    expect(await find()).toBe(program);
    expect(await find()).toBe(program);
    expect(steps).toEqual([building]);
    expect(await readdir(cache)).toEqual(['versitygw-v1.8.0']);
    const arguments_ = await readFile(join(cache, 'versitygw-v1.8.0', 'arguments'), 'utf8');
    expect(arguments_).toBe('install github.com/versity/versitygw/cmd/versitygw@v1.8.0\n');
  });

  it('throws an error with the last output of a failed build, and leaves no files', async () => {
    await fakeGo('echo "dial tcp: lookup proxy.golang.org: no such host" >&2; exit 1');
    const error: unknown = await find().catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(LocalAwsError);
    expect(String(error)).toBe(
      'LocalAwsError: versitygw v1.8.0 could not be built: check the network, the proxy and the settings of Go, then start the local AWS again.\n' +
        '  dial tcp: lookup proxy.golang.org: no such host',
    );
    expect(await readdir(cache)).toEqual([]);
  });

  it('throws an error if Go succeeds without a program', async () => {
    await fakeGo('exit 0');
    await expect(find()).rejects.toThrow(
      `${join(cache, 'versitygw-v1.8.0')} does not contain versitygw: delete it, then run the command again.`,
    );
  });

  it('says what to install if neither versitygw nor Go is on the PATH', async () => {
    await expect(find()).rejects.toThrow(
      new LocalAwsError(
        'The S3 of versitygw requires versitygw or Go (found neither on the PATH): install Go 1.21 or newer from https://go.dev/dl/, ' +
          'which builds versitygw, or versitygw from https://github.com/versity/versitygw/releases, then run the command again.',
      ),
    );
    expect(steps).toEqual([]);
  });

  it('ends the build after an abort, and leaves no files', async () => {
    await fakeGo('exec sleep 60');
    const giveUp = new AbortController();
    const finding = findVersitygw({ onProgress: () => setTimeout(() => giveUp.abort(), 50), signal: giveUp.signal });
    await expect(finding).rejects.toThrow(/aborted/);
    expect(await readdir(cache)).toEqual([]);
  });
});
