import type { HttpRequest } from '@smithy/core/protocols';
import { getSmithyContext } from '@smithy/core/transport';

import { remembered } from '../../settings/remembered.js';
import { type Signed, signedBy } from '../direct/way.js';
import { keepSigners } from './keep-signers.js';
import { signRequest } from './sign-request.js';
import type { Context, Handler, Middleware, Replaced } from './middleware.js';

type Keys = Parameters<typeof signRequest>[1];

/** The members of the SDK's signer that are used here. The signer of S3 contains one for a single region. */
interface Signer {
  readonly service: string;
  readonly uriEscapePath: boolean;
  readonly regionProvider: () => Promise<string>;
  readonly credentialProvider: () => Promise<Keys>;
  readonly sigv4Signer?: Signer;
}

/** The properties of a signature. The SDK stores in them what its handlers need to correct the clock by the response. */
interface Properties {
  readonly signingRegion?: string;
  readonly signingName?: string;
  _disableClockSkewCorrection?: boolean;
  _skipClockSkewSampling?: boolean;
  _preRequestSystemClockOffset?: number;
  _requestSentAt?: number;
}

/** The SDK's choice for a request. */
interface Selected {
  readonly httpAuthOption: { readonly schemeId: string; readonly signingProperties?: Properties };
  readonly identity: Keys;
  readonly signer: {
    readonly errorHandler: (properties: Properties) => (error: unknown) => never;
    readonly successHandler: (response: unknown, properties: Properties) => void;
  };
}

interface SigningConfig {
  readonly signer: (scheme?: object) => Promise<Signer>;
  readonly disableClockSkewCorrection?: () => Promise<boolean>;
  readonly systemClockOffset: number;
}

interface Arguments {
  readonly request: HttpRequest;
}

/** Signs requests with Signature Version 4. The SDK signs for several regions, S3 Express and event streams. */
export const sign = ({ config: all, middleware }: Replaced): Middleware => {
  keepSigners(all);
  const config = all as unknown as SigningConfig;
  const isUncorrected = remembered(async () => (await config.disableClockSkewCorrection?.()) === true);
  return (next, context) =>
    (async (args: Arguments) => {
      const selected = ownSelection(context);
      if (!selected) return middleware(next, context)(args as never);
      const { httpAuthOption, signer: handlers } = selected;
      const properties = httpAuthOption.signingProperties ?? {};
      const signer = await signerOf(config, context);
      const withoutCorrection = await isUncorrected();
      properties._disableClockSkewCorrection = withoutCorrection;
      properties._skipClockSkewSampling = withoutCorrection;
      if (!withoutCorrection) {
        properties._preRequestSystemClockOffset = config.systemClockOffset;
        properties._requestSentAt = Date.now();
      }
      const identity = await keysOf(selected, signer, context);
      const scope = {
        region: properties.signingRegion ?? (await signer.regionProvider()),
        service: properties.signingName ?? signer.service,
        escapesPath: signer.uriEscapePath,
      };
      const date = new Date(Date.now() + (withoutCorrection ? 0 : config.systemClockOffset));
      const request = signRequest(args.request, identity, { ...scope, date });
      context[signedBy] = scope satisfies Signed;
      let answered: { readonly response: unknown };
      try {
        answered = await next({ ...args, request } as never);
      } catch (error) {
        return handlers.errorHandler(properties)(error);
      }
      handlers.successHandler(answered.response, properties);
      return answered;
    }) as unknown as Handler;
};

/** Returns the SDK's choice if it is a signature for one region. */
const ownSelection = (context: Context): Selected | undefined => {
  const { selectedHttpAuthScheme: selected, eventStream } = getSmithyContext(context) as {
    readonly selectedHttpAuthScheme?: Selected;
    readonly eventStream?: unknown;
  };
  const [scheme] = (context['authSchemes'] ?? []) as readonly { readonly name?: string }[];
  const isPlain =
    selected?.httpAuthOption.schemeId === 'aws.auth#sigv4' &&
    selected.httpAuthOption.signingProperties?.signingRegion !== '*' &&
    scheme?.name !== 'sigv4a' &&
    context['s3ExpressIdentity'] === undefined &&
    eventStream === undefined;
  return isPlain ? selected : undefined;
};

const signerOf = async (config: SigningConfig, context: Context): Promise<Signer> => {
  const [scheme] = (context['authSchemes'] ?? []) as readonly object[];
  const signer = await config.signer(scheme);
  return signer.sigv4Signer ?? signer;
};

const firstAttempts = new WeakSet<Context>();

/** Returns the credentials: those that were selected for the call, then, for further attempts, the current ones. */
const keysOf = async ({ identity }: Selected, signer: Signer, context: Context): Promise<Keys> => {
  if (firstAttempts.has(context)) return signer.credentialProvider();
  firstAttempts.add(context);
  return identity;
};
