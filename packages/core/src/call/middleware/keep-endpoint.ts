import { getSmithyContext } from '@smithy/core/transport';

import { isConstant } from './is-constant.js';
import type { Handler, Middleware, Replaced } from './middleware.js';

interface Scheme {
  readonly signingRegion?: string;
  readonly signingName?: string;
  readonly signingRegionSet?: readonly string[];
  readonly properties?: object;
}

interface Endpoint {
  readonly properties?: { readonly authSchemes?: readonly Scheme[] };
}

interface SmithyContext {
  features?: Record<string, string>;
  readonly selectedHttpAuthScheme?: { readonly httpAuthOption?: { signingProperties?: object } };
}

/** Resolves the endpoint by the SDK's rules once per client and class of commands, if it does not depend on the request. */
export const keepEndpoint = (replaced: Replaced): Middleware => {
  const { config, middleware } = replaced;
  if (!isConstant(replaced)) return middleware;
  let kept: Endpoint | undefined;
  return (next, context) => {
    const resolve = middleware(
      ((args: never) => {
        kept = context['endpointV2'] as Endpoint;
        return next(args);
      }) as Handler,
      context,
    );
    return (args) => {
      if (!kept) return resolve(args);
      const smithy = getSmithyContext(context) as SmithyContext;
      if (config['isCustomEndpoint']) (smithy.features ??= {})['ENDPOINT_OVERRIDE'] = 'N';
      context['endpointV2'] = kept;
      context['authSchemes'] = kept.properties?.authSchemes;
      const scheme = kept.properties?.authSchemes?.[0];
      if (scheme) signWith(scheme, context, smithy);
      return next(args);
    };
  };
};

const signWith = (scheme: Scheme, context: Record<string, unknown>, smithy: SmithyContext): void => {
  const { signingRegion, signingName, signingRegionSet, properties } = scheme;
  context['signing_region'] = signingRegion;
  context['signing_service'] = signingName;
  const option = smithy.selectedHttpAuthScheme?.httpAuthOption;
  if (!option) return;
  option.signingProperties = {
    ...option.signingProperties,
    signing_region: signingRegion,
    signingRegion,
    signing_service: signingName,
    signingName,
    signingRegionSet,
    ...properties,
  };
};
