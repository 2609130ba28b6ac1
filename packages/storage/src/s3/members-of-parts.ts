/** Returns the members in `aws` of an upload that the requests for its parts need too. */
export const membersOfParts = (aws: Readonly<Record<string, unknown>> = {}): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(aws).filter(([name]) => /^(?:SSECustomer|RequestPayer|ExpectedBucket)/.test(name)));

/** Returns the members in `aws` of an upload that the request to abort it needs too; that request has no customer key. */
export const membersOfAbort = (aws: Readonly<Record<string, unknown>> = {}): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(membersOfParts(aws)).filter(([name]) => !name.startsWith('SSECustomer')));
