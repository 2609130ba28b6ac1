/**
 * Ends what a process has left behind, if it led a process group of its own: the Node processes in which MiniStack runs Lambda
 * functions may be busy, and outlive it. Windows has no such groups.
 */
export function killGroup(leader: number | undefined): void {
  if (leader === undefined) return;
  try {
    process.kill(-leader, 'SIGKILL');
  } catch {
    // Nothing is left.
  }
}
