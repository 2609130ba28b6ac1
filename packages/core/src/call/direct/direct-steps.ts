import { asStep } from '../middleware/as-step.js';
import type { ClientConfig, Layer, Step } from '../middleware/middleware.js';

/** A layer of the way to AWS with the name of its middleware. */
export interface NamedLayer {
  readonly name: string;
  readonly layer: Layer;
}

/** The layers of an operation that a direct attempt runs. */
export interface DirectSteps {
  /** Change the input, before it is written. */
  readonly ofInput: readonly Step[];
  /** Change the request, before it is signed. */
  readonly ofRequest: readonly Step[];
  /** Adds the headers of the user agent. */
  readonly userAgent: Step;
  /** Whether all layers except that of the user agent depend only on the request. */
  readonly isPlain: boolean;
  /** Between the request and the reading of its response, the outermost first. */
  readonly ofResponse: readonly Layer[];
}

/** The place of a layer in a direct attempt. `included`: the attempt does its work without it. */
type Use = 'included' | 'input' | 'request' | 'userAgent' | 'response' | ((config: ClientConfig) => boolean);

const isUnset =
  (setting: string) =>
  (config: ClientConfig): boolean =>
    !config[setting];

/**
 * The layers whose work a direct attempt includes, and those that it runs. A function returns whether the layer has no effect on the clients of a
 * session. An operation with another layer is never sent directly.
 */
const uses: Readonly<Record<string, Use>> = {
  loggerMiddleware: 'included',
  httpAuthSchemeMiddleware: 'included',
  endpointV2Middleware: 'included',
  serializerMiddleware: 'included',
  contentLengthMiddleware: 'request',
  getUserAgentMiddleware: 'userAgent',
  hostHeaderMiddleware: 'request',
  recursionDetectionMiddleware: 'request',
  retryMiddleware: 'included',
  httpSigningMiddleware: 'included',
  deserializerMiddleware: 'included',
  // Of this library. After a failure they run with the whole way.
  archRenewCredentials: 'included',
  archBucketRegion: 'included',
  archQueueHost: 'included',
  archSecrets: 'included',
  archOutcome: 'included',
  archAttempt: 'included',
  archPayloadSigning: 'request',
  archIncomparableChecksum: 'response',
  // Of SQS.
  queueUrlMiddleware: isUnset('useQueueUrlAsEndpoint'),
  // It changes the pauses between attempts.
  longPollMiddleware: 'included',
  sendMessageMiddleware: isUnset('md5'),
  sendMessageBatchMiddleware: isUnset('md5'),
  receiveMessageMiddleware: isUnset('md5'),
  // Of Glacier.
  accountIdDefaultMiddleware: 'input',
  addGlacierApiVersionMiddleware: 'request',
  addChecksumHeadersMiddleware: 'request',
  // Of S3.
  regionRedirectMiddleware: isUnset('followRegionRedirects'),
  regionRedirectEndpointMiddleware: isUnset('followRegionRedirects'),
  bucketEndpointMiddleware: isUnset('bucketEndpoint'),
  validateBucketNameMiddleware: 'input',
  ssecMiddleware: 'input',
  flexibleChecksumsInputMiddleware: 'input',
  addExpectContinueMiddleware: 'request',
  s3ExpressMiddleware: 'included',
  flexibleChecksumsMiddleware: 'request',
  getCheckContentLengthHeaderPlugin: 'request',
  s3ExpiresMiddleware: 'response',
  throw200ExceptionsMiddleware: 'response',
  flexibleChecksumsResponseMiddleware: 'response',
};

/** The layers that depend only on the request. */
const plain: ReadonlySet<string> = new Set([
  'contentLengthMiddleware',
  'hostHeaderMiddleware',
  'recursionDetectionMiddleware',
]);

/** Returns the layers that a direct attempt runs. `undefined` if one of the layers is unknown. */
export const directSteps = (layers: readonly NamedLayer[], config: ClientConfig): DirectSteps | undefined => {
  for (const { name } of layers) {
    const use = uses[name];
    if (typeof use === 'function' ? !use(config) : use === undefined) return undefined;
  }
  const used = (use: Use): readonly NamedLayer[] => layers.filter(({ name }) => uses[name] === use);
  const [ofInput, ofRequest, ofResponse] = [used('input'), used('request'), used('response')];
  const [userAgent] = used('userAgent');
  if (!userAgent) return undefined;
  return {
    ofInput: ofInput.map(toStep),
    ofRequest: ofRequest.map(toStep),
    userAgent: toStep(userAgent),
    isPlain: [...ofInput, ...ofRequest, ...ofResponse].every(({ name }) => plain.has(name)),
    ofResponse: ofResponse.map(({ layer }) => layer),
  };
};

const toStep = ({ layer }: NamedLayer): Step => (typeof layer === 'function' ? asStep(layer) : layer);
