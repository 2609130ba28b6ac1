import { spawn, type ChildProcess } from 'node:child_process';
import { outputTail } from './emulators/output-tail.js';
import { LocalAwsError } from './local-aws-error.js';

export interface RunProgramOptions {
  /** The message of the error if the program fails. */
  readonly failure: string;
  readonly workingFolder: string;
  readonly environment: NodeJS.ProcessEnv;
  readonly signal?: AbortSignal | undefined;
}

/** Runs a program until it ends. Throws an error with its last output if it fails. */
export async function runProgram(
  executable: string,
  arguments_: readonly string[],
  { failure, workingFolder, environment, signal }: RunProgramOptions,
): Promise<void> {
  const child = spawn(executable, arguments_, {
    cwd: workingFolder,
    env: environment,
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
