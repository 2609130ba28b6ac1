import { type AwsResource, optionalString, from, list, maybe, resource, type Schema, z } from '@arch/core/builder';
import {
  DescribeEndpointConfigOutput$,
  ProductionVariant$,
  ProductionVariantServerlessConfig$,
} from '@aws-sdk/client-sagemaker';

/** The settings of a serverless variant. */
export interface ServerlessVariant {
  /** Memory in MiB. */
  readonly memoryMiB: number;
  /** Maximum number of concurrent requests. */
  readonly maxConcurrency: number;
  /** Number of concurrent requests without a cold start. */
  readonly provisionedConcurrency?: number | undefined;
}

/** A variant of an endpoint configuration: a model and its instances. */
export interface EndpointConfigVariant {
  /** Name of the variant, e.g. `AllTraffic`. */
  readonly variantName: string;
  /** Name of the model. */
  readonly modelName?: string | undefined;
  /** Instance type, e.g. `ml.m5.large`. Absent for a serverless variant. */
  readonly instanceType?: string | undefined;
  /** Number of instances at the start. Absent for a serverless variant. */
  readonly initialInstanceCount?: number | undefined;
  /** Weight at the start. The share of requests is the weight divided by the sum of all weights. */
  readonly initialVariantWeight?: number | undefined;
  /** Settings of a serverless variant. Absent for a variant with instances. */
  readonly serverless?: ServerlessVariant | undefined;
}

/** An endpoint configuration. https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_DescribeEndpointConfig.html */
export interface EndpointConfig extends AwsResource {
  /** Name of the configuration. */
  readonly endpointConfigName: string;
  /** ARN of the configuration. */
  readonly endpointConfigArn: string;
  /** The variants that an endpoint with this configuration runs. */
  readonly productionVariants: readonly EndpointConfigVariant[];
  /** KMS key for the encryption of the instances' volumes. */
  readonly kmsKeyId?: string | undefined;
  /** Time at which the configuration was created. */
  readonly creationTime: Date;
}

/** Parses one `DescribeEndpointConfig` response. */
export const endpointConfig = (): Schema<EndpointConfig> =>
  resource<EndpointConfig>(DescribeEndpointConfigOutput$, {
    endpointConfigName: z.string(),
    endpointConfigArn: z.string(),
    productionVariants: list(variant()),
    kmsKeyId: optionalString(),
    creationTime: z.date(),
  });

const variant = (): Schema<EndpointConfigVariant> =>
  resource<EndpointConfigVariant>(ProductionVariant$, {
    variantName: z.string(),
    modelName: optionalString(),
    instanceType: optionalString(),
    initialInstanceCount: z.optional(z.number()),
    initialVariantWeight: z.optional(z.number()),
    serverless: from('ServerlessConfig', maybe(serverlessVariant())),
  });

const serverlessVariant = (): Schema<ServerlessVariant> =>
  resource<ServerlessVariant>(ProductionVariantServerlessConfig$, {
    memoryMiB: from('MemorySizeInMB', z.number()),
    maxConcurrency: z.number(),
    provisionedConcurrency: z.optional(z.number()),
  });
