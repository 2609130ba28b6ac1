import type { StandardSchema } from '@arch/core';
import { type AwsResource, type Open, readAs, readInput, secret, withAws, z } from '@arch/core/builder';

import { expectKind } from '../expect-kind.js';
import { present } from '../present.js';

/** Types of requests about a custom resource. */
export const customResourceRequestTypes = ['Create', 'Update', 'Delete'] as const;
export type CustomResourceRequestType = Open<(typeof customResourceRequestTypes)[number]>;

/** A request of CloudFormation about a custom resource. CloudFormation waits for a response at `responseUrl`, for an hour by default. */
export interface CustomResourceEvent<Properties = Readonly<Record<string, unknown>>> extends AwsResource {
  /** Type: `Create`, `Update` or `Delete`. */
  readonly requestType: CustomResourceRequestType;
  /** Presigned URL to which the response must be sent with PUT. Secret. */
  readonly responseUrl: string;
  /** ARN of the stack. */
  readonly stackId: string;
  /** ID of the request. */
  readonly requestId: string;
  /** Logical ID of the resource in the template. */
  readonly logicalResourceId: string;
  /** Type of the resource, e.g. `Custom::Certificate`. */
  readonly resourceType: string;
  /** Physical ID, which the function returned for `Create`. Absent for `Create`. */
  readonly physicalResourceId?: string;
  /**
   * Properties of the template without `ServiceToken` and `ServiceTimeout`: the output of the schema, or the sent values if there is no
   * schema. CloudFormation sends all simple values as text.
   */
  readonly resourceProperties: Properties;
  /** Properties before an `Update`, without `ServiceToken` and `ServiceTimeout`. They are not checked with the schema. */
  readonly oldResourceProperties?: Readonly<Record<string, unknown>>;
}

const properties = () => z.optional(z.nullable(z.record(z.string(), z.unknown())));

const type = () =>
  z.object({
    RequestType: z.string(),
    ResponseURL: secret(z.string()),
    StackId: z.string(),
    RequestId: z.string(),
    LogicalResourceId: z.string(),
    ResourceType: z.string(),
    PhysicalResourceId: z.optional(z.nullable(z.string())),
    ResourceProperties: properties(),
    OldResourceProperties: properties(),
  });

/**
 * Parses the event with which CloudFormation invokes a Lambda function for a custom resource. With a schema (zod, valibot, arktype), the
 * properties must match it.
 *
 * @example
 * const { requestType, resourceProperties } = await parseCustomResourceEvent(event, z.object({ domain: z.string() }));
 * @throws {InvalidInputError} the event is of another kind, a member is missing, or the properties do not match the schema.
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/crpg-ref-requests.html
 */
export async function parseCustomResourceEvent(event: unknown): Promise<CustomResourceEvent>;
export async function parseCustomResourceEvent<Properties>(
  event: unknown,
  schema: StandardSchema<Properties>,
): Promise<CustomResourceEvent<Properties>>;
export async function parseCustomResourceEvent(
  event: unknown,
  schema?: StandardSchema<unknown>,
): Promise<CustomResourceEvent<unknown>> {
  const operation = 'parseCustomResourceEvent';
  expectKind(operation, event, 'custom-resource');
  const sent = readInput({ name: operation, input: type() }, event);
  const own = ownProperties(sent.ResourceProperties) ?? {};
  const what = 'ResourceProperties';
  return withAws(
    {
      requestType: sent.RequestType,
      responseUrl: sent.ResponseURL,
      stackId: sent.StackId,
      requestId: sent.RequestId,
      logicalResourceId: sent.LogicalResourceId,
      resourceType: sent.ResourceType,
      resourceProperties: schema ? await readAs(schema, own, { operation, what, side: 'input' }) : own,
      ...present({
        physicalResourceId: sent.PhysicalResourceId,
        oldResourceProperties: ownProperties(sent.OldResourceProperties),
      }),
    },
    event,
  );
}

/** Removes the properties that are for CloudFormation itself. */
const ownProperties = (
  sent: Readonly<Record<string, unknown>> | null | undefined,
): Readonly<Record<string, unknown>> | undefined => {
  if (!sent) return undefined;
  const { ServiceToken: _token, ServiceTimeout: _timeout, ...own } = sent;
  return own;
};
