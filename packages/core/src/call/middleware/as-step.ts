import type { Handler, Middleware, Step } from './middleware.js';

/** Makes a step of a middleware of the SDK that only changes the request. */
export const asStep = (middleware: Middleware): Step => ({
  before: async (args, context) => {
    const take = (async (changed: object) => Object.assign(args, changed) as never) as Handler;
    await middleware(take, context)(args);
  },
});
