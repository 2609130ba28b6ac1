/** Whether a process of this host runs. */
export const isRunning = (processId: number): boolean => {
  try {
    return process.kill(processId, 0);
  } catch (error) {
    // The error for a running process of another user is EPERM.
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
};
