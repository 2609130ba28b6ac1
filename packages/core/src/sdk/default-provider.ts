/** Takes the place of the SDK's default provider chain: clients of a session use the credentials of the session instead. */
export const defaultProvider = (): (() => Promise<never>) => () =>
  Promise.reject(new Error('Make clients with session.client(Client): it sets their credentials.'));
