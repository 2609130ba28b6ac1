/** Further members of an upload in AWS's words that the requests for its parts require too. */
export const membersOfParts = (aws: Readonly<Record<string, unknown>> = {}): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(aws).filter(([name]) => /^(?:SSECustomer|RequestPayer|ExpectedBucket)/.test(name)));

/** The same for the request that aborts the upload, which has no key of its own. */
export const membersOfAbort = (aws: Readonly<Record<string, unknown>> = {}): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(membersOfParts(aws)).filter(([name]) => !name.startsWith('SSECustomer')));
