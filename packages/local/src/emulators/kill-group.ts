/**
 * Ends all processes of a process group whose leader has ended: the Node processes in which MiniStack runs Lambda functions may be busy and
 * run longer than MiniStack. Windows has no process groups.
 */
export function killGroup(leader: number | undefined): void {
  if (leader === undefined) return;
  try {
    process.kill(-leader, 'SIGKILL');
  } catch {
    // No process is left.
  }
}
