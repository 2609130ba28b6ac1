/** Codes of credentials that have expired or that AWS does not know. Wrong signatures and clocks are not among them. */
const codes: ReadonlySet<string> = new Set([
  'AuthFailure',
  'ExpiredToken',
  'ExpiredTokenException',
  'InvalidAccessKeyId',
  'InvalidClientTokenId',
  'InvalidToken',
  'RequestExpired',
  'TokenRefreshRequired',
  'UnrecognizedClientException',
]);

/** Returns AWS's code if an error means that AWS does not accept the credentials any more. */
export const rejectionOf = (error: unknown): string | undefined => {
  const { name, Code } = (error ?? {}) as { readonly name?: string; readonly Code?: string };
  return [Code, name].find((code) => code !== undefined && codes.has(code));
};
