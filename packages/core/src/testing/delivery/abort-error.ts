/** The error with which the SDK's own handler ends an aborted request. */
export const abortError = ({ reason }: AbortSignal): Error => {
  const error =
    reason instanceof Error
      ? new Error('Request aborted', { cause: reason })
      : new Error(String(reason || 'Request aborted'));
  error.name = 'AbortError';
  return error;
};
