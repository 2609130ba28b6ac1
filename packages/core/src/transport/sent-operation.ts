import type { TransportRequest } from './transport.js';

/** What the SDK knows about a request that is about to leave: enough to answer it without AWS. */
export interface SentOperation {
  /** The service's ID as endpoints and signing use it, e.g. `EC2`. */
  readonly serviceId: string;
  /** AWS's name of the operation, e.g. `DescribeInstances`. */
  readonly name: string;
  /** The SDK's runtime schema of the operation: `[9, namespace, name, traits, input, output]`. */
  readonly schema: readonly unknown[];
  /** The input as the SDK took it, before serialization. */
  readonly input: Readonly<Record<string, unknown>>;
  /** The protocol's shape ID, e.g. `aws.protocols#ec2Query`. */
  readonly protocol: string;
  /** Namespace of XML answers, where the protocol has one. */
  readonly xmlNamespace: string | undefined;
}

const sent = new WeakMap<TransportRequest, SentOperation>();

/** Remembers which operation a request carries; the client's innermost middleware calls it for every attempt. */
export const rememberSentOperation = (request: TransportRequest, operation: SentOperation): void => {
  sent.set(request, operation);
};

/** The operation that a request carries, or `undefined` for one that no client of a session sent. */
export const sentOperation = (request: TransportRequest): SentOperation | undefined => sent.get(request);
