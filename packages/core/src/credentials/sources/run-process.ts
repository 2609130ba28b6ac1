import { killTree } from './kill-tree.js';

/** The result of a process. */
export interface ProcessResult {
  /** How it failed, e.g. `exit code 3`. `undefined` if it succeeded. */
  readonly ending: string | undefined;
  readonly stdout: string;
  readonly stderr: string;
}

/** Longer output is no credentials. */
const maxCharacters = 1_048_576;

/** Runs a command in a shell, as the SDK does. An abort kills the process and its children, and closes the pipes. */
export const runProcess = async (command: string, signal: AbortSignal): Promise<ProcessResult> => {
  signal.throwIfAborted();
  const { spawn } = process.getBuiltinModule('node:child_process');
  const child = spawn(withoutShell(command), { shell: true, stdio: ['ignore', 'pipe', 'pipe'], windowsHide: true });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout = (stdout + text).slice(0, maxCharacters)));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr = (stderr + text).slice(-maxCharacters)));
  return new Promise((resolve, reject) => {
    const onExit = (): void => killTree(child);
    const onAbort = (): void => {
      killTree(child);
      process.off('exit', onExit);
      // A process that survives must not keep this one alive.
      child.stdout.destroy();
      child.stderr.destroy();
      child.unref();
      reject(signal.reason);
    };
    signal.addEventListener('abort', onAbort, { once: true });
    // Also if the program calls process.exit().
    process.once('exit', onExit);
    child.once('error', (error) => {
      process.off('exit', onExit);
      reject(error);
    });
    child.once('close', (code, killedBy) => {
      process.off('exit', onExit);
      signal.removeEventListener('abort', onAbort);
      const ending = killedBy ? `signal ${killedBy}` : code === 0 ? undefined : `exit code ${code}`;
      resolve({ ending, stdout, stderr });
    });
  });
};

/** Words without operators of the shell, of which the first is not one of its own commands. */
const simpleCommand =
  /^(?!(?:[.:[]|eval|source|exec|cd|export|set|unset|exit|trap|umask|command|builtin|test|if|while|for|case|until)\s)[^\s=;&|<>(){}`"']+(?:\s[^;&|<>(){}`\n]*)?$/;

/** Lets the program of a simple command replace the shell, so that an abort ends the program itself. */
const withoutShell = (command: string): string =>
  process.platform !== 'win32' && simpleCommand.test(command) ? `exec ${command}` : command;
