import { LocalAwsError } from '../local-aws-error.js';
import { packageFile } from '../package-file.js';
import { interpreterPath } from './interpreter-path.js';
import { runPython } from './run-python.js';

export interface InstallOptions {
  /** The folder of the virtual environment. */
  readonly folder: string;
  readonly onProgress: (step: string) => void;
  readonly signal?: AbortSignal | undefined;
}

const emulators = ['--require-hashes', '--requirement', packageFile('requirements/emulators.txt')];
const installer = ['--require-hashes', '--requirement', packageFile('requirements/installer.txt')];

/** Installs the locked versions of the emulators: with uv, which takes some seconds, or with pip if uv cannot be installed. */
export async function installRequirements({ folder, onProgress, signal }: InstallOptions): Promise<void> {
  const python = interpreterPath(folder);
  const run = (failure: string, ...arguments_: string[]): Promise<void> =>
    // The working folder is the environment's, because uv reads the settings of a project that contains the working folder.
    runPython(python, ['-m', ...arguments_], { failure, workingFolder: folder, signal });
  try {
    await run('uv could not be installed.', 'pip', 'install', '--quiet', ...installer);
    await run('uv could not install the emulators.', 'uv', 'pip', 'install', '--python', python, ...emulators);
  } catch (error) {
    signal?.throwIfAborted();
    const reason = error instanceof LocalAwsError ? error.output.at(-1) : undefined;
    onProgress(`uv failed${reason ? ` (${reason.trim()})` : ''}: installing with pip, which takes longer`);
    const advice = 'check the network, the proxy and the settings of pip, then start the local AWS again.';
    await run(`The emulators could not be installed: ${advice}`, 'pip', 'install', '--quiet', ...emulators);
  }
}
