import { join } from 'node:path';
import { cacheFolder } from '../cache-folder.js';
import { LocalAwsError } from '../local-aws-error.js';
import { removeAbandoned } from '../remove-abandoned.js';
import { buildVersitygw } from './build-versitygw.js';
import { programIn, programOnPath } from './program-on-path.js';

/** The version that is built. A program on the PATH may have another version. */
const version = 'v1.8.0';

export interface FindVersitygwOptions {
  /** Called before versitygw is built. */
  readonly onProgress?: ((step: string) => void) | undefined;
  /** Aborts the build. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Returns the path of versitygw, an S3 server on the files of a folder: on the PATH, or in the user's cache folder. If it is in neither, it is
 * built there with Go, which requires the network and takes some minutes. `startLocalAws({ s3: 'versitygw' })` calls this function. Call it
 * yourself to skip tests on machines that cannot build versitygw.
 *
 * @throws {LocalAwsError} Neither versitygw nor Go is installed, or versitygw cannot be built.
 *
 * @see https://github.com/versity/versitygw
 *
 * @example
 * const isInstalled = await findVersitygw().then(Boolean, () => false);
 */
export async function findVersitygw({ onProgress = () => {}, signal }: FindVersitygwOptions = {}): Promise<string> {
  const cache = cacheFolder();
  const folder = join(cache, `versitygw-${version}`);
  const found = (await programOnPath('versitygw')) ?? (await programIn(folder, 'versitygw'));
  if (found !== undefined) return found;
  const go = await programOnPath('go');
  if (go === undefined) throw new LocalAwsError(missing);
  await removeAbandoned(cache);
  await buildVersitygw(folder, { go, version, onProgress, signal });
  const built = await programIn(folder, 'versitygw');
  if (built === undefined)
    throw new LocalAwsError(`${folder} does not contain versitygw: delete it, then run the command again.`);
  return built;
}

const missing =
  'The S3 of versitygw requires versitygw or Go (found neither on the PATH): install Go 1.21 or newer from https://go.dev/dl/, ' +
  'which builds versitygw, or versitygw from https://github.com/versity/versitygw/releases, then run the command again.';
