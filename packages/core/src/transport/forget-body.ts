/** Takes the body's stream off an error: by way of its connection it leads to the headers that were sent, and to the token in them. */
export const forgetBody = (error: unknown): void => {
  const { $response: response } = (error ?? {}) as { readonly $response?: { body?: unknown } };
  if (response && typeof response.body !== 'string') response.body = undefined;
};
