import { publish } from '../events/publish.js';
import type { Clock } from '../clock/clock.js';
import type { SdkClient } from './client-type.js';
import { currentCall } from './current-call.js';

/** Regions of buckets that S3 has reported, by bucket. */
export type BucketRegions = Map<string, string>;

type EndpointProvider = (parameters: Readonly<Record<string, unknown>>, context?: Context) => unknown;

interface S3Config {
  endpointProvider: EndpointProvider;
}

/** The SDK's context of one request. */
interface Context {
  readonly commandName?: string;
  readonly signing_region?: string;
  archBucketRegion?: string | undefined;
  /** Whether the request is signed only. A signature must not depend on earlier calls. */
  archUnsent?: boolean;
}

interface Arguments {
  readonly input: { readonly Bucket?: unknown; readonly Body?: unknown };
}
type Next = (args: Arguments) => Promise<unknown>;

/** A middleware that marks a request as signed only. */
export const markUnsent =
  (next: Next, context: Context): Next =>
  (args) => {
    context.archUnsent = true;
    return next(args);
  };

/**
 * Makes an S3 client repeat a request in the region of its bucket, once, if S3 reports another one, and send later requests about the bucket
 * there. The SDK's `followRegionRedirects` is not used: it changes the region of the client while other requests use it.
 */
export const followBucketRegion = (client: SdkClient, regions: BucketRegions, clock: Clock): void => {
  const config = client.config as unknown as S3Config;
  regionsOfClients.set(config, regions);
  const provider = config.endpointProvider;
  config.endpointProvider = (parameters, context) => {
    const region = context?.archBucketRegion;
    return provider(region === undefined ? parameters : { ...parameters, Region: region }, context);
  };
  const middleware = (next: Next, context: Context) => async (args: Arguments) => {
    const { Bucket: bucket } = args.input;
    if (!isFollowed(bucket, context)) return next(args);
    context.archBucketRegion = regions.get(bucket);
    try {
      return await next(args);
    } catch (error) {
      const [fromRegion, toRegion] = [context.signing_region ?? '', regionIn(error)];
      if (toRegion === undefined || toRegion === fromRegion) throw error;
      regions.set(bucket, toRegion);
      if (!isRepeatable(args.input.Body)) throw error;
      context.archBucketRegion = toRegion;
      const { listeners = [], operation = '' } = currentCall() ?? {};
      publish(listeners, 'redirect', () => ({ operation, atMs: clock.now(), bucket, fromRegion, toRegion }));
      return next(args);
    }
  };
  client.middlewareStack.add(middleware, { name: 'archBucketRegion', step: 'initialize', priority: 'low' });
};

/** Not the ARN of an access point, which contains its region, and not a directory bucket, which exists in one zone. */
const hasOneRegion = /^(?!arn:)(?!.*--x-s3$)/;

const isFollowed = (bucket: unknown, { archUnsent, commandName }: Context): bucket is string =>
  typeof bucket === 'string' &&
  hasOneRegion.test(bucket) &&
  archUnsent !== true &&
  commandName !== 'CreateBucketCommand';

const regionsOfClients = new WeakMap<object, BucketRegions>();

/** The region of the bucket of a request, if S3 has reported it, by the configuration of the client. */
export const bucketRegionOf = (config: object, input: object, context: object): string | undefined => {
  const { Bucket: bucket } = input as Arguments['input'];
  const regions = regionsOfClients.get(config);
  return regions && isFollowed(bucket, context as Context) ? regions.get(bucket) : undefined;
};

/** The codes of S3 for a wrong region with status 400. A HEAD has no code. Other errors have the header too, also of other stores. */
const wrongRegion = /^(?:AuthorizationHeaderMalformed|IllegalLocationConstraintException|Unknown(?:Error)?|\d{3})$/;

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_HeadBucket.html describes the header. */
const regionIn = (error: unknown): string | undefined => {
  const { name = '', $response: { statusCode, headers } = {} } = error as {
    name?: string;
    $response?: { statusCode?: number; headers?: Record<string, string> };
  };
  if (statusCode !== 301 && !(statusCode === 400 && wrongRegion.test(name))) return undefined;
  const region = headers?.['x-amz-bucket-region'];
  return region !== undefined && /^[a-z][a-z0-9-]{3,62}$/.test(region) ? region : undefined;
};

/** A stream can be read only once. */
const isRepeatable = (body: unknown): boolean =>
  body === undefined || typeof body === 'string' || ArrayBuffer.isView(body);
