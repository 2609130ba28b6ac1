import { packageFile } from '../package-file.js';
import { interpreterPath } from './interpreter-path.js';
import { runPython } from './run-python.js';

export interface InstallOptions {
  /** The virtual environment to install into. */
  readonly folder: string;
  readonly onProgress: (step: string) => void;
  readonly signal?: AbortSignal | undefined;
}

const emulators = ['--require-hashes', '--requirement', packageFile('requirements/emulators.txt')];
const installer = ['--require-hashes', '--requirement', packageFile('requirements/installer.txt')];

/** Installs the emulators exactly as they are locked: with uv in seconds, or with pip where uv cannot be had. */
export async function installRequirements({ folder, onProgress, signal }: InstallOptions): Promise<void> {
  const python = interpreterPath(folder);
  const run = (failure: string, ...arguments_: string[]): Promise<void> =>
    // uv would read the settings of a project around the working folder.
    runPython(python, ['-m', ...arguments_], { failure, workingFolder: folder, signal });
  try {
    await run('uv could not be installed', 'pip', 'install', '--quiet', ...installer);
    await run('uv could not install the emulators', 'uv', 'pip', 'install', '--python', python, ...emulators);
  } catch {
    signal?.throwIfAborted();
    onProgress('installing once more with pip, which takes longer');
    const advice = 'check the network, the proxy and the settings of pip, and run again';
    await run(`the emulators could not be installed; ${advice}`, 'pip', 'install', '--quiet', ...emulators);
  }
}
