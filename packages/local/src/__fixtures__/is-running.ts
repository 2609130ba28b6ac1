import { readFile } from 'node:fs/promises';

/** Whether a process is running. On Linux, a zombie process is not running. */
export async function isRunning(pid: number): Promise<boolean> {
  if (process.platform === 'linux') {
    const status = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => ') Z ');
    return !status.includes(') Z ');
  }
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
