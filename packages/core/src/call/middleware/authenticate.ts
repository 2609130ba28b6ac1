import { getSmithyContext } from '@smithy/core/transport';

import { asStep } from './as-step.js';
import { isConstant } from './is-constant.js';
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

/** Selects Signature Version 4 once per client and class of commands, if the choice does not depend on the request. */
export const authenticate = (replaced: Replaced): Step => {
  const { config, middleware } = replaced;
  const bySdk = asStep(middleware);
  if (!isConstant(replaced)) return bySdk;
  let kept: Selected | undefined;
  return {
    before: async (args, context) => {
      const smithy = getSmithyContext(context) as { selectedHttpAuthScheme?: Selected };
      if (!kept) {
        await bySdk.before(args, context);
        const selected = smithy.selectedHttpAuthScheme;
        if (selected?.httpAuthOption.schemeId === 'aws.auth#sigv4') kept = selected;
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
