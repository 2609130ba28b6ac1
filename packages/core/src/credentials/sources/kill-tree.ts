import type { ChildProcess } from 'node:child_process';

/** Milliseconds between the request to end and the end. */
const graceMs = 500;

/** Ends a process and its children. A shell that is killed leaves its children running. */
export const killTree = (child: ChildProcess): void => {
  const { pid } = child;
  if (pid === undefined) return;
  if (process.platform === 'win32') {
    process
      .getBuiltinModule('node:child_process')
      .spawn('taskkill', ['/pid', String(pid), '/t', '/f'])
      .unref();
    return;
  }
  const pids = [pid, ...descendantsOf(pid)];
  for (const each of pids) kill(each, 'SIGTERM');
  const timer = setTimeout(() => {
    for (const each of new Set([...pids, ...pids.flatMap(descendantsOf)])) kill(each, 'SIGKILL');
  }, graceMs);
  child.once('exit', () => {
    if (pids.length === 1) clearTimeout(timer);
  });
};

const kill = (pid: number, signal: NodeJS.Signals): void => {
  try {
    process.kill(pid, signal);
  } catch {
    // It has ended.
  }
};

const descendantsOf = (pid: number): readonly number[] =>
  childrenOf(pid).flatMap((child) => [child, ...descendantsOf(child)]);

const childrenOf = (pid: number): readonly number[] => {
  try {
    const text =
      process.platform === 'linux'
        ? process.getBuiltinModule('node:fs').readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8')
        : process.getBuiltinModule('node:child_process').execFileSync('pgrep', ['-P', String(pid)], {
            encoding: 'utf8',
            timeout: 1_000,
            stdio: ['ignore', 'pipe', 'ignore'],
          });
    return text.split(/\s+/).filter(Boolean).map(Number);
  } catch {
    // It has ended or has no children.
    return [];
  }
};
