import { parseArgs } from 'node:util';

import { checkS3Server } from '../check-s3-server.js';
import type { S3Server } from '../s3-servers.js';

/** The options of both commands. */
interface Common {
  readonly region?: string;
  readonly s3?: S3Server;
}

/** The command line of `arch-local` after it is read. */
export type CommandLine =
  | { readonly kind: 'help' }
  | ({ readonly kind: 'run'; readonly command: string; readonly arguments: readonly string[] } & Common)
  | ({ readonly kind: 'start'; readonly json: boolean; readonly port?: number } & Common)
  | { readonly kind: 'wrong'; readonly reason: string };

const options = {
  help: { type: 'boolean', short: 'h', default: false },
  json: { type: 'boolean', default: false },
  port: { type: 'string' },
  region: { type: 'string' },
  s3: { type: 'string' },
} as const;

/** Reads the arguments of `arch-local`. All arguments after the first `--` belong to the command that it runs. */
export function commandLine(arguments_: readonly string[]): CommandLine {
  const separator = arguments_.indexOf('--');
  const own = separator === -1 ? arguments_ : arguments_.slice(0, separator);
  const [command, ...rest] = separator === -1 ? [] : arguments_.slice(separator + 1);
  try {
    const { values, positionals } = parseArgs({ args: [...own], options, allowPositionals: true });
    if (values.help) return { kind: 'help' };
    const common = commonOf(values);
    if (positionals.length === 1 && positionals[0] === 'start' && separator === -1) {
      return { kind: 'start', json: values.json, ...portOf(values.port), ...common };
    }
    if (positionals.length > 0) return wrong(positionalProblem(positionals.join(' ')));
    if (command === undefined) return wrong('A command is required: arch-local start, or arch-local -- COMMAND.');
    if (values.json || values.port !== undefined)
      return wrong('--json and --port are options of "arch-local start" only.');
    return { kind: 'run', command, arguments: rest, ...common };
  } catch (error) {
    return wrong(error instanceof Error ? error.message : String(error));
  }
}

function positionalProblem(text: string): string {
  return text === 'start'
    ? '"start" cannot be combined with "--": use arch-local start, or arch-local -- COMMAND.'
    : `"${text}" is not a command of arch-local: put -- before a command to run.`;
}

function wrong(reason: string): CommandLine {
  return { kind: 'wrong', reason };
}

function commonOf({ region, s3 }: { readonly region?: string | undefined; readonly s3?: string | undefined }): Common {
  return { ...(region !== undefined && { region }), ...(s3 !== undefined && { s3: checkS3Server('--s3', s3) }) };
}

function portOf(text: string | undefined): { port?: number } {
  if (text === undefined) return {};
  const port = Number(text);
  if (!/^\d+$/.test(text) || port < 1 || port > 65_535)
    throw new RangeError(`--port must be a number from 1 to 65535 (got "${text}").`);
  return { port };
}
