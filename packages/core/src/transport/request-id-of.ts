const names = ['x-amzn-requestid', 'x-amz-request-id', 'x-amzn-request-id'];

/** Reads AWS's request ID from the headers of a response. */
export const requestIdOf = (headers: Readonly<Record<string, string>> | undefined): string | undefined => {
  for (const name of names) if (headers?.[name] !== undefined) return headers[name];
  return undefined;
};
