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

/** States of a workgroup. */
export const redshiftWorkgroupStates = ['CREATING', 'AVAILABLE', 'MODIFYING', 'DELETING'] as const;
export type RedshiftWorkgroupState = Open<(typeof redshiftWorkgroupStates)[number]>;

/** What runs the SQL of a namespace of Redshift Serverless. https://docs.aws.amazon.com/redshift-serverless/latest/APIReference/API_Workgroup.html */
export interface RedshiftWorkgroup extends AwsResource {
  readonly workgroupName: string;
  readonly workgroupArn?: string | undefined;
  readonly workgroupId?: string | undefined;
  /** The namespace whose databases it runs on. */
  readonly namespaceName: string;
  readonly status: RedshiftWorkgroupState;
  /** Absent until it can be reached. */
  readonly endpoint?: RedshiftEndpoint | undefined;
  /** What it begins a query with, in Redshift Processing Units. */
  readonly baseCapacityRpu?: number | undefined;
  /** What it may grow to, in Redshift Processing Units. */
  readonly maxCapacityRpu?: number | undefined;
  readonly publiclyAccessible?: boolean | undefined;
  readonly enhancedVpcRouting?: boolean | undefined;
  readonly subnetIds: readonly string[];
  readonly securityGroupIds: readonly string[];
  /** Settings of the database by name, e.g. `max_query_execution_time`. */
  readonly configParameters: Readonly<Record<string, string>>;
  readonly workgroupVersion?: string | undefined;
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
