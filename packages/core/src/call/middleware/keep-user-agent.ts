import { getSmithyContext } from '@smithy/core/transport';

import { isConstant } from './is-constant.js';
import type { Context, Handler, Middleware, Replaced } from './middleware.js';

interface Arguments {
  readonly request: { readonly hostname: string; readonly headers: Record<string, string> };
}

interface SmithyContext {
  readonly features?: Readonly<Record<string, string>>;
  readonly selectedHttpAuthScheme?: { readonly identity?: object };
}

const headerNames = ['user-agent', 'x-amz-user-agent'];

/** Writes the user agent as the SDK does, and keeps its headers for the next request with the same credentials and features. */
export const keepUserAgent = (replaced: Replaced): Middleware => {
  const { middleware } = replaced;
  if (!isConstant(replaced)) return middleware;
  const kept = new WeakMap<object, Map<string, Record<string, string>>>();
  return (next, context) => {
    const write = middleware(next, context);
    return ((args: Arguments) => {
      const { features, selectedHttpAuthScheme: selected } = getSmithyContext(context) as SmithyContext;
      const { headers } = args.request;
      const identity = selected?.identity;
      if (!identity || isUnusual(context, headers)) return write(args as never);
      let ofIdentity = kept.get(identity);
      if (!ofIdentity) kept.set(identity, (ofIdentity = new Map()));
      // The features are changed while the header is written.
      const key = JSON.stringify(features ?? {});
      const known = ofIdentity.get(key);
      if (known) {
        Object.assign(headers, known);
        return next(args as never);
      }
      return middleware(
        ((written: Arguments) => {
          const made = written.request.headers;
          ofIdentity.set(
            key,
            Object.fromEntries(headerNames.flatMap((name) => (made[name] ? [[name, made[name]]] : []))),
          );
          return next(written as never);
        }) as unknown as Handler,
        context,
      )(args as never);
    }) as unknown as Handler;
  };
};

/** Whether the request has its own part of the header. */
const isUnusual = (context: Context, headers: Readonly<Record<string, string>>): boolean =>
  context['userAgent'] !== undefined ||
  context['__aws_sdk_context'] !== undefined ||
  headers['smithy-protocol'] === 'rpc-v2-cbor' ||
  headerNames.some((name) => headers[name] !== undefined);
