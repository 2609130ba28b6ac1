import { spawn, type ChildProcess } from 'node:child_process';
import { outputTail } from '../emulators/output-tail.js';
import { LocalAwsError } from '../local-aws-error.js';

export interface RunPythonOptions {
  /** The message of the error if the interpreter fails. */
  readonly failure: string;
  readonly workingFolder: string;
  readonly signal?: AbortSignal | undefined;
}

/** The time limit of uv for a response, in seconds. Its default of 30 s is too short for a slow network or a busy machine. */
const patience = { UV_HTTP_TIMEOUT: '120' };

/** If the user's settings contain PIP_USER, pip fails in a virtual environment. */
const pipSettings = { PIP_USER: '0', PIP_NO_INPUT: '1', PIP_DISABLE_PIP_VERSION_CHECK: '1' };

/** Runs an interpreter without the user's Python settings until it ends. Throws an error if it fails. */
export async function runPython(
  executable: string,
  arguments_: readonly string[],
  { failure, workingFolder, signal }: RunPythonOptions,
): Promise<void> {
  const child = spawn(executable, ['-I', ...arguments_], {
    cwd: workingFolder,
    env: { ...patience, ...process.env, ...pipSettings },
    stdio: ['ignore', 'pipe', 'pipe'],
    windowsHide: true,
    ...(signal && { signal }),
  });
  const output = outputTail([child.stdout, child.stderr]);
  const status = await statusOf(child);
  if (status !== 0) throw new LocalAwsError(failure, { output });
}

/** Settles when the process has ended, also after an abort, because its folder is deleted afterwards. */
function statusOf(child: ChildProcess): Promise<number | null> {
  let failure: Error | undefined;
  child.once('error', (error) => (failure = error));
  return new Promise((resolve, reject) => {
    child.once('close', (status: number | null) => (failure === undefined ? resolve(status) : reject(failure)));
  });
}
