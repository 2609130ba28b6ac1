import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

const source = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

export type NodeProcess = ChildProcessByStdio<null, Readable, Readable>;

/** Starts a module of this package (`../cli.ts`) in a new Node process, without a build. */
export function nodeFromSources(
  path: string,
  arguments_: readonly string[] = [],
  environment: NodeJS.ProcessEnv = {},
): NodeProcess {
  const hooks = new URL('from-sources.mjs', import.meta.url).href;
  return spawn(process.execPath, ['--import', hooks, source(path), ...arguments_], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** Waits for the end of a process. Returns its status and its output. */
export async function result(child: NodeProcess): Promise<{
  readonly status: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}> {
  const [[status, signal], stdout, stderr] = await Promise.all([
    once(child, 'close') as Promise<[number | null, NodeJS.Signals | null]>,
    text(child.stdout),
    text(child.stderr),
  ]);
  return { status, signal, stdout, stderr };
}
