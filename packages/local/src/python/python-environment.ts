import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buildFolder } from '../build-folder.js';
import { cacheFolder } from '../cache-folder.js';
import { emulators } from '../emulators/emulators.js';
import { packageFile } from '../package-file.js';
import { removeAbandoned } from '../remove-abandoned.js';
import { environmentName } from './environment-name.js';
import { findPython } from './find-python.js';
import { installRequirements } from './install-requirements.js';
import { interpreterPath } from './interpreter-path.js';
import { pinnedVersion } from './pinned-version.js';
import type { Python } from './python.js';
import { runPython } from './run-python.js';

export interface PythonEnvironmentOptions {
  readonly onProgress: (step: string) => void;
  readonly signal?: AbortSignal | undefined;
}

/** Returns the interpreter of the virtual environment with the emulators. The first call creates the environment. */
export async function pythonEnvironment(options: PythonEnvironmentOptions): Promise<string> {
  const python = await findPython(options.signal);
  const requirements = await readFile(packageFile('requirements/emulators.txt'), 'utf8');
  const cache = cacheFolder();
  const folder = join(cache, environmentName(requirements, python));
  await removeAbandoned(cache);
  if (!existsSync(folder)) await build(folder, { ...options, python, requirements });
  return interpreterPath(folder);
}

interface BuildOptions extends PythonEnvironmentOptions {
  readonly python: Python;
  readonly requirements: string;
}

async function build(folder: string, { python, requirements, onProgress, signal }: BuildOptions): Promise<void> {
  await buildFolder(folder, async (building) => {
    onProgress('creating a virtual environment');
    const failure = 'The virtual environment for the local AWS could not be created.';
    await runPython(python.executable, ['-m', 'venv', building], { failure, workingFolder: building, signal });
    const versions = emulators.map(({ name }) => `${name} ${pinnedVersion(requirements, name)}`);
    onProgress(`installing ${versions.join(', ')}`);
    await installRequirements({ folder: building, onProgress, signal });
  });
}
