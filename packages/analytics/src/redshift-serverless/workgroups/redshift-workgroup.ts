import {
  type AwsResource,
  optionalString,
  from,
  list,
  type Open,
  openEnum,
  resource,
  type Schema,
  z,
} from '@arch/core/builder';
import { Endpoint$, Workgroup$ } from '@aws-sdk/client-redshift-serverless';

import { redshiftEndpoint, type RedshiftEndpoint } from '../../redshift/redshift-endpoint.js';

/** The states of a workgroup. */
export const redshiftWorkgroupStates = ['CREATING', 'AVAILABLE', 'MODIFYING', 'DELETING'] as const;
export type RedshiftWorkgroupState = Open<(typeof redshiftWorkgroupStates)[number]>;

/**
 * A workgroup of Redshift Serverless: the compute resources for a namespace.
 * https://docs.aws.amazon.com/redshift-serverless/latest/APIReference/API_Workgroup.html
 */
export interface RedshiftWorkgroup extends AwsResource {
  /** Name of the workgroup. */
  readonly workgroupName: string;
  /** ARN of the workgroup. */
  readonly workgroupArn?: string | undefined;
  /** Unique ID of the workgroup, a UUID. */
  readonly workgroupId?: string | undefined;
  /** Name of the namespace whose queries the workgroup runs. */
  readonly namespaceName: string;
  /** State of the workgroup. */
  readonly status: RedshiftWorkgroupState;
  /** Endpoint for SQL clients. Absent until the workgroup has an address. */
  readonly endpoint?: RedshiftEndpoint | undefined;
  /** Base capacity in Redshift Processing Units (RPUs). */
  readonly baseCapacityRpu?: number | undefined;
  /** Maximum capacity in RPUs. */
  readonly maxCapacityRpu?: number | undefined;
  /** Whether the workgroup is accessible from outside its VPC. */
  readonly publiclyAccessible?: boolean | undefined;
  /** Whether `COPY` and `UNLOAD` send their data through the VPC. */
  readonly enhancedVpcRouting?: boolean | undefined;
  /** IDs of the subnets. */
  readonly subnetIds: readonly string[];
  /** IDs of the security groups. */
  readonly securityGroupIds: readonly string[];
  /** Configuration parameters of the database by name, e.g. `max_query_execution_time`. */
  readonly configParameters: Readonly<Record<string, string>>;
  /** Version of Redshift Serverless. */
  readonly workgroupVersion?: string | undefined;
  /** Time at which the workgroup was created. */
  readonly creationDate?: Date | undefined;
}

/** Parses one Redshift Serverless `Workgroup` structure. */
export const redshiftWorkgroup = (): Schema<RedshiftWorkgroup> =>
  resource<RedshiftWorkgroup>(Workgroup$, {
    workgroupName: z.string(),
    workgroupArn: optionalString(),
    workgroupId: optionalString(),
    namespaceName: z.string(),
    status: openEnum(redshiftWorkgroupStates),
    endpoint: redshiftEndpoint(Endpoint$),
    baseCapacityRpu: from('baseCapacity', z.optional(z.number())),
    maxCapacityRpu: from('maxCapacity', z.optional(z.number())),
    publiclyAccessible: z.optional(z.boolean()),
    enhancedVpcRouting: z.optional(z.boolean()),
    subnetIds: list(z.string()),
    securityGroupIds: list(z.string()),
    configParameters: { type: z.record(z.string(), z.string()), read: recordOf },
    workgroupVersion: optionalString(),
    creationDate: z.optional(z.date()),
  });

const recordOf = (parameters: unknown): Readonly<Record<string, string>> =>
  Object.fromEntries(
    ((parameters ?? []) as readonly { readonly parameterKey?: string; readonly parameterValue?: string }[]).map(
      ({ parameterKey = '', parameterValue = '' }) => [parameterKey, parameterValue],
    ),
  );
