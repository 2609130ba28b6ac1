import {
  type AwsResource,
  optionalString,
  from,
  list,
  maybe,
  type Open,
  openEnum,
  pluck,
  resource,
  type Schema,
  z,
} from '@arch/core/builder';
import {
  DescribeEndpointOutput$,
  PendingDeploymentSummary$,
  PendingProductionVariantSummary$,
  ProductionVariantSummary$,
} from '@aws-sdk/client-sagemaker';

/** `Failed` endpoints can only be deleted; `SystemUpdating` is maintenance of AWS's. */
export const endpointStatuses = [
  'Creating',
  'InService',
  'Updating',
  'SystemUpdating',
  'RollingBack',
  'UpdateRollbackFailed',
  'OutOfService',
  'Failed',
  'Deleting',
] as const;
export type EndpointStatus = Open<(typeof endpointStatuses)[number]>;

/** What an endpoint runs of one model. */
export interface EndpointVariant {
  readonly variantName: string;
  /** Absent for serverless variants. */
  readonly currentInstanceCount?: number | undefined;
  readonly desiredInstanceCount?: number | undefined;
  /** Its part of the calls is this by the sum of all. */
  readonly currentWeight?: number | undefined;
  readonly desiredWeight?: number | undefined;
  /** The images that it runs, as they were said. */
  readonly deployedImages: readonly string[];
}

/** How far a variant of a deployment is. */
export interface PendingVariant {
  readonly variantName: string;
  /** `Creating`, `Updating`, `ActivatingTraffic`, `Baking` or `Deleting`. */
  readonly status?: string | undefined;
}

/** A deployment that is under way. */
export interface PendingDeployment {
  readonly endpointConfigName: string;
  readonly productionVariants: readonly PendingVariant[];
}

/** A SageMaker endpoint. https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_DescribeEndpoint.html */
export interface Endpoint extends AwsResource {
  readonly endpointName: string;
  readonly endpointArn: string;
  readonly endpointStatus: EndpointStatus;
  /** Why it failed, or why its last update did. */
  readonly failureReason?: string | undefined;
  /** The configuration that it runs; during an update the one before. */
  readonly endpointConfigName?: string | undefined;
  readonly pendingDeployment?: PendingDeployment | undefined;
  readonly productionVariants: readonly EndpointVariant[];
  readonly creationTime: Date;
  readonly lastModifiedTime: Date;
}

/** Parses SageMaker's answer to `DescribeEndpoint`. */
export const endpoint = (): Schema<Endpoint> =>
  resource<Endpoint>(DescribeEndpointOutput$, {
    endpointName: z.string(),
    endpointArn: z.string(),
    endpointStatus: openEnum(endpointStatuses),
    failureReason: optionalString(),
    endpointConfigName: optionalString(),
    pendingDeployment: from('PendingDeploymentSummary', maybe(pendingDeployment())),
    productionVariants: list(endpointVariant()),
    creationTime: z.date(),
    lastModifiedTime: z.date(),
  });

const endpointVariant = (): Schema<EndpointVariant> =>
  resource<EndpointVariant>(ProductionVariantSummary$, {
    variantName: z.string(),
    currentInstanceCount: z.optional(z.number()),
    desiredInstanceCount: z.optional(z.number()),
    currentWeight: z.optional(z.number()),
    desiredWeight: z.optional(z.number()),
    deployedImages: pluck('SpecifiedImage', z.string()),
  });

const pendingDeployment = (): Schema<PendingDeployment> =>
  resource<PendingDeployment>(PendingDeploymentSummary$, {
    endpointConfigName: z.string(),
    productionVariants: list(pendingVariant()),
  });

const pendingVariant = (): Schema<PendingVariant> =>
  resource<PendingVariant>(PendingProductionVariantSummary$, {
    variantName: z.string(),
    status: from('VariantStatus', {
      type: z.optional(z.string()),
      read: (value) => (value as readonly { readonly Status?: string }[] | undefined)?.[0]?.Status,
    }),
  });
