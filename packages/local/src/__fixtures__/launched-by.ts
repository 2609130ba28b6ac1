import type { ChildProcess } from 'node:child_process';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';

/** Runs an action. Returns its result and the processes of emulators that it started. */
export async function launchedBy<T>(action: () => Promise<T>): Promise<{ result: T; processes: ChildProcess[] }> {
  const started: ChildProcess[] = [];
  const remember = (message: unknown): void => void started.push((message as { process: ChildProcess }).process);
  subscribe('child_process', remember);
  try {
    const result = await action();
    const isLauncher = ({ spawnargs }: ChildProcess): boolean => spawnargs.some((part) => part.endsWith('launch.py'));
    return { result, processes: started.filter(isLauncher) };
  } finally {
    unsubscribe('child_process', remember);
  }
}
