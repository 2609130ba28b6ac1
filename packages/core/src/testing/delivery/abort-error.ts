/** The error that the SDK's HTTP handler throws for an aborted request. */
export const abortError = ({ reason }: AbortSignal): Error => {
  const error =
    reason instanceof Error
      ? new Error('Request aborted', { cause: reason })
      : new Error(String(reason || 'Request aborted'));
  error.name = 'AbortError';
  return error;
};
