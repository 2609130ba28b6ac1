import { type AwsResource, optionalString, from, list, maybe, resource, type Schema, z } from '@arch/core/builder';
import {
  DescribeEndpointConfigOutput$,
  ProductionVariant$,
  ProductionVariantServerlessConfig$,
} from '@aws-sdk/client-sagemaker';

/** How a serverless variant runs. */
export interface ServerlessVariant {
  readonly memoryMiB: number;
  readonly maxConcurrency: number;
  readonly provisionedConcurrency?: number | undefined;
}

/** What an endpoint with the configuration runs of one model. */
export interface EndpointConfigVariant {
  readonly variantName: string;
  readonly modelName?: string | undefined;
  /** Absent for serverless variants. */
  readonly instanceType?: string | undefined;
  readonly initialInstanceCount?: number | undefined;
  /** Its part of the calls is this by the sum of all. */
  readonly initialVariantWeight?: number | undefined;
  readonly serverless?: ServerlessVariant | undefined;
}

/** How an endpoint runs its models. https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_DescribeEndpointConfig.html */
export interface EndpointConfig extends AwsResource {
  readonly endpointConfigName: string;
  readonly endpointConfigArn: string;
  readonly productionVariants: readonly EndpointConfigVariant[];
  /** The key that the disks of its instances are encrypted with. */
  readonly kmsKeyId?: string | undefined;
  readonly creationTime: Date;
}

/** Parses SageMaker's answer to `DescribeEndpointConfig`. */
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
