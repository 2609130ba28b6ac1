import { getSmithyContext } from '@smithy/core/transport';

import { setBounded } from '../set-bounded.js';
import { asStep } from './as-step.js';
import { endpointKey, maxEndpoints } from './endpoint-key.js';
import type { Replaced, Step } from './middleware.js';

/** The way in which a request is signed, and the credentials for it. */
interface Selected {
  readonly httpAuthOption: {
    readonly schemeId: string;
    readonly identityProperties: object;
    readonly signingProperties: object;
  };
  readonly identity: unknown;
  readonly signer: unknown;
}

interface Arguments {
  readonly input: object;
}

/** Selects Signature Version 4 once per client, class of commands and endpoint. */
export const authenticate = (replaced: Replaced): Step => {
  const { config, middleware } = replaced;
  const bySdk = asStep(middleware);
  const keyOf = endpointKey(replaced);
  if (!keyOf) return bySdk;
  const known = new Map<string, Selected>();
  return {
    before: async (args: Arguments, context) => {
      const smithy = getSmithyContext(context) as { selectedHttpAuthScheme?: Selected };
      const key = keyOf(args.input, context);
      const kept = known.get(key);
      if (!kept) {
        await bySdk.before(args as never, context);
        const selected = smithy.selectedHttpAuthScheme;
        if (selected?.httpAuthOption.schemeId === 'aws.auth#sigv4') setBounded(known, key, selected, maxEndpoints);
        return;
      }
      const { httpAuthOption: option, signer } = kept;
      const identify = config['credentials'] as (properties: object) => Promise<unknown>;
      smithy.selectedHttpAuthScheme = {
        httpAuthOption: { ...option, signingProperties: { ...signingOf(option.signingProperties), config, context } },
        identity: await identify(option.identityProperties),
        signer,
      };
    },
  };
};

/** The members that do not belong to one request. */
const signingOf = ({ name, region }: { readonly name?: string; readonly region?: string }): object => ({
  name,
  region,
});
