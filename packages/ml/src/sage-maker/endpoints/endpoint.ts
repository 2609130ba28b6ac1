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

/** The statuses of an endpoint. A `Failed` endpoint can only be deleted. `SystemUpdating` is maintenance by AWS. */
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

/** A variant of an endpoint: a model and its instances. */
export interface EndpointVariant {
  /** Name of the variant, e.g. `AllTraffic`. */
  readonly variantName: string;
  /** Current number of instances. Absent for a serverless variant. */
  readonly currentInstanceCount?: number | undefined;
  /** Number of instances after the update. Absent for a serverless variant. */
  readonly desiredInstanceCount?: number | undefined;
  /** Current weight. The share of requests is the weight divided by the sum of all weights. */
  readonly currentWeight?: number | undefined;
  /** Weight after the update. */
  readonly desiredWeight?: number | undefined;
  /** URIs of the container images, as specified in the model. */
  readonly deployedImages: readonly string[];
}

/** The progress of a variant in a deployment. */
export interface PendingVariant {
  /** Name of the variant. */
  readonly variantName: string;
  /** Status of the variant: `Creating`, `Updating`, `ActivatingTraffic`, `Baking` or `Deleting`. */
  readonly status?: string | undefined;
}

/** A deployment in progress. */
export interface PendingDeployment {
  /** Name of the new endpoint configuration. */
  readonly endpointConfigName: string;
  /** The new variants. */
  readonly productionVariants: readonly PendingVariant[];
}

/** A SageMaker endpoint. https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_DescribeEndpoint.html */
export interface Endpoint extends AwsResource {
  /** Name of the endpoint. */
  readonly endpointName: string;
  /** ARN of the endpoint. */
  readonly endpointArn: string;
  /** Status of the endpoint. */
  readonly endpointStatus: EndpointStatus;
  /** AWS's reason for the failure of the endpoint or its last update. */
  readonly failureReason?: string | undefined;
  /** Name of the current configuration; during an update the previous one. */
  readonly endpointConfigName?: string | undefined;
  /** The deployment in progress. Absent if there is none. */
  readonly pendingDeployment?: PendingDeployment | undefined;
  /** The variants that the endpoint runs. */
  readonly productionVariants: readonly EndpointVariant[];
  /** Time at which the endpoint was created. */
  readonly creationTime: Date;
  /** Time of the last change. */
  readonly lastModifiedTime: Date;
}

/** Parses one `DescribeEndpoint` response. */
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
