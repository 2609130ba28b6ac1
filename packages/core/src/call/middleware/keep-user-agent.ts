import { getSmithyContext } from '@smithy/core/transport';

import { asStep } from './as-step.js';
import { endpointKey } from './endpoint-key.js';
import type { Context, Replaced, Step } from './middleware.js';

interface Arguments {
  readonly request: { readonly headers: Record<string, string> };
}

interface SmithyContext {
  readonly features?: Readonly<Record<string, string>>;
  readonly selectedHttpAuthScheme?: { readonly identity?: object };
}

const headerNames = ['user-agent', 'x-amz-user-agent'];

/** Writes the user agent as the SDK does, and keeps its headers for the next request with the same credentials and features. */
export const keepUserAgent = (replaced: Replaced): Step => {
  const bySdk = asStep(replaced.middleware);
  // Otherwise the header says whether the endpoint contains the ID of the account.
  if (!endpointKey(replaced)) return bySdk;
  const kept = new WeakMap<object, Map<string, Record<string, string>>>();
  return {
    before: (args: Arguments, context) => {
      const { features, selectedHttpAuthScheme: selected } = getSmithyContext(context) as SmithyContext;
      const { headers } = args.request;
      const identity = selected?.identity;
      if (!identity || isUnusual(context, headers)) return bySdk.before(args as never, context);
      let ofIdentity = kept.get(identity);
      if (!ofIdentity) kept.set(identity, (ofIdentity = new Map()));
      const { features: further } = (context['__aws_sdk_context'] ?? {}) as SmithyContext;
      const key = `${textOf(features)} ${textOf(further)}`;
      const known = ofIdentity.get(key);
      if (known) {
        Object.assign(headers, known);
        return undefined;
      }
      return bySdk.before(args as never, context)?.then(() => {
        const made = args.request.headers;
        ofIdentity.set(
          key,
          Object.fromEntries(headerNames.flatMap((name) => (made[name] ? [[name, made[name]]] : []))),
        );
      });
    },
  };
};

const textOf = (features: SmithyContext['features']): string => (features ? JSON.stringify(features) : '');

/** Whether the request has its own part of the header. */
const isUnusual = (context: Context, headers: Readonly<Record<string, string>>): boolean =>
  context['userAgent'] !== undefined ||
  headers['smithy-protocol'] === 'rpc-v2-cbor' ||
  headerNames.some((name) => headers[name] !== undefined);
