/** The error of an aborted request, as the SDK's handler makes it. */
export const abortErrorOf = (signal: AbortSignal | undefined): Error =>
  Object.assign(new Error('Request aborted', { cause: signal?.reason }), { name: 'AbortError' });
