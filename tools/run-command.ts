import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { root } from './root.ts';

/** The end of a command. */
export interface Finished {
  readonly status: number;
  /** The output of both streams in the order of arrival. Empty if the command wrote to the terminal. */
  readonly output: string;
}

export interface RunOptions {
  readonly cwd?: string | undefined;
  /** The environment. Default: that of this process. */
  readonly env?: NodeJS.ProcessEnv | undefined;
  /** Stores the output of the command instead of showing it. */
  readonly quiet?: boolean | undefined;
}

/** Runs a command until it ends. A signal that ends this process first ends the command: with `spawnSync`, the command would continue. */
export const runCommand = (
  [command = '', ...parameters]: readonly string[],
  { cwd = root, env, quiet = false }: RunOptions = {},
): Promise<Finished> =>
  new Promise((done) => {
    const shell = process.platform === 'win32' && command !== process.execPath;
    const child = spawn(command, parameters, {
      cwd,
      env,
      shell,
      stdio: quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit',
    });
    const output: string[] = [];
    child.stdout?.setEncoding('utf8').on('data', (text: string) => output.push(text));
    child.stderr?.setEncoding('utf8').on('data', (text: string) => output.push(text));
    const end = (signal: NodeJS.Signals): void => {
      child.once('close', () => process.exit(128 + constants.signals[signal]));
      child.kill(signal);
    };
    process.once('SIGINT', end).once('SIGTERM', end);
    child.on('error', (error) => output.push(`${command}: ${error.message}`));
    child.on('close', (status, signal) => {
      process.off('SIGINT', end).off('SIGTERM', end);
      const code = signal ? 128 + constants.signals[signal] : (status ?? 1);
      done({ status: code < 0 ? 127 : code, output: output.join('') });
    });
  });
