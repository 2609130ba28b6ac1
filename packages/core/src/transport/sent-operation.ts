import type { TransportRequest } from './transport.js';

/** The operation of a request that the SDK is about to send: enough data to write a response without AWS. */
export interface SentOperation {
  /** The SDK's ID of the service, e.g. `EC2`. */
  readonly serviceId: string;
  /** AWS's name of the operation, e.g. `DescribeInstances`. */
  readonly name: string;
  /** The SDK's runtime schema of the operation: `[9, namespace, name, traits, input, output]`. */
  readonly schema: readonly unknown[];
  /** The input of the SDK's command, before serialization. */
  readonly input: Readonly<Record<string, unknown>>;
  /** The protocol's shape ID, e.g. `aws.protocols#ec2Query`. */
  readonly protocol: string;
  /** Namespace of XML responses. `undefined` for other protocols. */
  readonly xmlNamespace: string | undefined;
}

const sent = new WeakMap<TransportRequest, SentOperation>();

/** Stores the operation of a request. The innermost middleware of a client calls it for every attempt. */
export const rememberSentOperation = (request: TransportRequest, operation: SentOperation): void => {
  sent.set(request, operation);
};

/** Returns the operation of a request. `undefined` if no client of a session has sent it. */
export const sentOperation = (request: TransportRequest): SentOperation | undefined => sent.get(request);
