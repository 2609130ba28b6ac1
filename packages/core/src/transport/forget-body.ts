/** Removes the body stream from an error: through its connection it refers to the request headers, which contain the session token. */
export const forgetBody = (error: unknown): void => {
  const { $response: response } = (error ?? {}) as { readonly $response?: { body?: unknown } };
  if (response && typeof response.body !== 'string') response.body = undefined;
};
