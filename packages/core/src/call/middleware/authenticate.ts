import { getSmithyContext } from '@smithy/core/transport';

import { isConstant } from './is-constant.js';
import type { Handler, Middleware, Replaced } from './middleware.js';

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
export const authenticate = (replaced: Replaced): Middleware => {
  const { config, middleware } = replaced;
  if (!isConstant(replaced)) return middleware;
  let kept: Selected | undefined;
  return (next, context) => {
    const smithy = getSmithyContext(context) as { selectedHttpAuthScheme?: Selected };
    const select = middleware(
      ((args: never) => {
        const selected = smithy.selectedHttpAuthScheme;
        if (selected?.httpAuthOption.schemeId === 'aws.auth#sigv4') kept = selected;
        return next(args);
      }) as Handler,
      context,
    );
    return (async (args: never) => {
      if (!kept) return select(args);
      const { httpAuthOption: option, signer } = kept;
      const identify = config['credentials'] as (properties: object) => Promise<unknown>;
      smithy.selectedHttpAuthScheme = {
        httpAuthOption: { ...option, signingProperties: { ...signingOf(option.signingProperties), config, context } },
        identity: await identify(option.identityProperties),
        signer,
      };
      return next(args);
    }) as Handler;
  };
};

/** The members that do not belong to one request. */
const signingOf = ({ name, region }: { readonly name?: string; readonly region?: string }): object => ({
  name,
  region,
});
