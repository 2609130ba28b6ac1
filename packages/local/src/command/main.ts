import { LocalAwsError } from '../local-aws-error.js';
import { commandLine } from './command-line.js';
import type { Ending } from './ending.js';
import { helpText } from './help-text.js';
import { keepRunning } from './keep-running.js';
import { runCommand } from './run-command.js';

/** Runs `arch-local`. Progress and errors are written to stderr, because stdout is for the command or for the environment. */
export async function main(arguments_: readonly string[]): Promise<Ending> {
  const parsed = commandLine(arguments_);
  try {
    switch (parsed.kind) {
      case 'help':
        print(helpText);
        return { status: 0 };
      case 'wrong':
        report(`${parsed.reason}\n\n${helpText}`);
        return { status: 2 };
      case 'run':
        return await runCommand({ ...parsed, onProgress: report });
      case 'start':
        return await keepRunning({ ...parsed, onProgress: report, print });
    }
  } catch (error) {
    return failure(error);
  }
}

function failure(error: unknown): Ending {
  if (isSpawnError(error)) {
    report(`${error.path} cannot be run (${error.code}).`);
    return { status: error.code === 'ENOENT' ? 127 : 126 };
  }
  report(
    error instanceof LocalAwsError
      ? error.message
      : error instanceof Error
        ? (error.stack ?? error.message)
        : String(error),
  );
  return { status: 1 };
}

function isSpawnError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'syscall' in error && String(error.syscall).startsWith('spawn');
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

function report(text: string): void {
  process.stderr.write(`arch-local: ${text}\n`);
}
