import { LocalAwsError } from '../local-aws-error.js';
import { probePython } from './probe-python.js';
import type { Python } from './python.js';

/** The oldest minor version of Python 3 that all emulators support. */
export const oldestMinor = 10;

const newestMinor = 14;

const installCommands: Partial<Record<NodeJS.Platform, string>> = {
  darwin: '`brew install python3`',
  linux: 'your package manager (Debian and Ubuntu: `sudo apt-get install python3-venv`)',
  win32: '`winget install Python.Python.3.13`',
};

/** Finds the first Python on the PATH that can create a virtual environment for the emulators. */
export async function findPython(
  signal?: AbortSignal,
  probe: typeof probePython = probePython,
  platform: NodeJS.Platform = process.platform,
): Promise<Python> {
  const rejected: Python[] = [];
  for (const command of candidates()) {
    const python = await probe(command, signal);
    if (python === undefined) continue;
    if (isRecent(python) && python.hasVenv) return python;
    rejected.push(python);
  }
  throw new LocalAwsError(explain(rejected, platform));
}

function candidates(): string[] {
  const minors = Array.from({ length: newestMinor - oldestMinor + 1 }, (_, index) => newestMinor - index);
  return ['python3', 'python', ...minors.map((minor) => `python3.${minor}`)];
}

function isRecent({ version }: Python): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major === 3 && minor >= oldestMinor;
}

function explain(rejected: readonly Python[], platform: NodeJS.Platform): string {
  const found = rejected.map((python) => `${python.version}${isRecent(python) ? ' without venv' : ''}`);
  const problem = `The local AWS requires Python 3.${oldestMinor} or newer with venv`;
  const versions = found.length === 0 ? 'none on the PATH' : [...new Set(found)].join(', ');
  const command = installCommands[platform] ?? 'your package manager';
  return `${problem} (found ${versions}): install it with ${command}, then run the command again.`;
}
