import type { Context, Handler, Layer } from './middleware.js';

/** Returns the handler that passes a request through layers. Successive steps need no promise. */
export const through = (layers: readonly Layer[], handler: Handler, context: Context): Handler => {
  const from = (index: number, args: never): Promise<never> => {
    try {
      for (let at = index; at < layers.length; at++) {
        const layer = layers[at]!;
        if (typeof layer === 'function') return layer((changed) => from(at + 1, changed), context)(args);
        const waiting = layer.before(args, context);
        if (waiting) return waiting.then(() => from(at + 1, args));
      }
      return handler(args);
    } catch (error) {
      return Promise.reject(error);
    }
  };
  return (args) => from(0, args);
};
