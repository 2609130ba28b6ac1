/** Reads the JSON of a metadata service. Throws if it contains no credentials. */
export const readMetadataKeys = (text: string): object => {
  let keys: Readonly<Record<string, unknown>> | null;
  try {
    keys = JSON.parse(text) as Readonly<Record<string, unknown>> | null;
  } catch {
    throw new Error('the response is not JSON');
  }
  const { AccessKeyId, SecretAccessKey, Token, Expiration, AccountId, Code } = keys ?? {};
  // The instance metadata service reports some failures with status 200.
  if (typeof Code === 'string' && Code !== 'Success') throw new Error(`the service returned the code ${Code}`);
  return {
    accessKeyId: AccessKeyId,
    secretAccessKey: SecretAccessKey,
    ...(Token !== undefined && { sessionToken: Token }),
    ...(Expiration !== undefined && { expiration: new Date(Expiration as string) }),
    ...(typeof AccountId === 'string' && { accountId: AccountId }),
  };
};
