import { spawn, type ChildProcess } from 'node:child_process';
import { outputTail } from '../emulators/output-tail.js';
import { LocalAwsError } from '../local-aws-error.js';

export interface RunPythonOptions {
  /** What is being done, for the error: `a virtual environment could not be created`. */
  readonly failure: string;
  readonly workingFolder: string;
  readonly signal?: AbortSignal | undefined;
}

/** Runs an interpreter to its end, away from the user's Python settings, and throws unless it succeeds. */
export async function runPython(
  executable: string,
  arguments_: readonly string[],
  { failure, workingFolder, signal }: RunPythonOptions,
): Promise<void> {
  const child = spawn(executable, ['-I', ...arguments_], {
    cwd: workingFolder,
    // A pip that is set to install for the user refuses to work in a virtual environment.
    env: { ...process.env, PIP_USER: '0', PIP_NO_INPUT: '1', PIP_DISABLE_PIP_VERSION_CHECK: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
    windowsHide: true,
    ...(signal && { signal }),
  });
  const output = outputTail([child.stdout, child.stderr]);
  const status = await statusOf(child);
  if (status !== 0) throw new LocalAwsError(`For the local AWS, ${failure}.`, { output });
}

/** Settles only when the process is gone, given up or not: its folder is about to be deleted. */
function statusOf(child: ChildProcess): Promise<number | null> {
  let failure: Error | undefined;
  child.once('error', (error) => (failure = error));
  return new Promise((resolve, reject) => {
    child.once('close', (status: number | null) => (failure === undefined ? resolve(status) : reject(failure)));
  });
}
