import { getSmithyContext } from '@smithy/core/transport';

import { setBounded } from '../set-bounded.js';
import { asStep } from './as-step.js';
import { endpointKey, maxEndpoints } from './endpoint-key.js';
import type { Context, Replaced, Step } from './middleware.js';

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

interface Arguments {
  readonly input: object;
}

/** Resolves an endpoint by the SDK's rules once per client, class of commands and what the rules read of a request. */
export const keepEndpoint = (replaced: Replaced): Step => {
  const { config, middleware } = replaced;
  const bySdk = asStep(middleware);
  const keyOf = endpointKey(replaced);
  if (!keyOf) return bySdk;
  const known = new Map<string, Endpoint>();
  return {
    before: (args: Arguments, context) => {
      const key = keyOf(args.input, context);
      const kept = known.get(key);
      if (!kept)
        return bySdk
          .before(args as never, context)
          ?.then(() => setBounded(known, key, context['endpointV2'] as Endpoint, maxEndpoints));
      useEndpoint(kept, context, config['isCustomEndpoint'] === true);
      return undefined;
    },
  };
};

const useEndpoint = (endpoint: Endpoint, context: Context, isCustom: boolean): void => {
  const smithy = getSmithyContext(context) as SmithyContext;
  if (isCustom) (smithy.features ??= {})['ENDPOINT_OVERRIDE'] = 'N';
  const schemes = endpoint.properties?.authSchemes;
  context['endpointV2'] = endpoint;
  context['authSchemes'] = schemes;
  const scheme = schemes?.[0];
  if (scheme) signWith(scheme, context, smithy);
};

const signWith = (scheme: Scheme, context: Context, smithy: SmithyContext): void => {
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
