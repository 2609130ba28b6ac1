/** Replaces the SDK's handler in the clients: a session always sets its own, which loads Node's HTTP modules at its first use. */
export const NodeHttpHandler = {
  create: <Handler>(handler: Handler): Handler => handler,
};
