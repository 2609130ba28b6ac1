import { runProgram, type RunProgramOptions } from '../run-program.js';

export type RunPythonOptions = Omit<RunProgramOptions, 'environment'>;

/** The time limit of uv for a response, in seconds. Its default of 30 s is too short for a slow network or a busy machine. */
const patience = { UV_HTTP_TIMEOUT: '120' };

/** If the user's settings contain PIP_USER, pip fails in a virtual environment. */
const pipSettings = { PIP_USER: '0', PIP_NO_INPUT: '1', PIP_DISABLE_PIP_VERSION_CHECK: '1' };

/** Runs an interpreter without the user's Python settings until it ends. Throws an error if it fails. */
export async function runPython(
  executable: string,
  arguments_: readonly string[],
  options: RunPythonOptions,
): Promise<void> {
  const environment = { ...patience, ...process.env, ...pipSettings };
  await runProgram(executable, ['-I', ...arguments_], { ...options, environment });
}
