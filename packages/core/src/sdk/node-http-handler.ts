/** Stands for the SDK's handler in the clients: a session always gives its own, which loads Node's HTTP modules when they are needed. */
export const NodeHttpHandler = {
  create: <Handler>(handler: Handler): Handler => handler,
};
