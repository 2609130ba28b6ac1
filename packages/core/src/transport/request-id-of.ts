const names = ['x-amzn-requestid', 'x-amz-request-id', 'x-amzn-request-id'];

/** AWS's ID of a request, from the headers of its response. */
export const requestIdOf = (headers: Readonly<Record<string, string>> | undefined): string | undefined => {
  for (const name of names) if (headers?.[name] !== undefined) return headers[name];
  return undefined;
};
