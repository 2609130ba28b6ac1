import { type AwsResource, optionalString, from, list, maybe, resource, type Schema, z } from '@arch/core/builder';
import { ContainerDefinition$, DescribeModelOutput$ } from '@aws-sdk/client-sagemaker';

/** A container of a model, as SageMaker describes it. */
export interface ModelContainerDetails {
  readonly image?: string | undefined;
  /** Where the model is. */
  readonly modelDataUrl?: string | undefined;
  /** ARN of the package of the model registry that it was made from. */
  readonly modelPackageName?: string | undefined;
  readonly containerHostname?: string | undefined;
  /** `SingleModel` or `MultiModel`. */
  readonly mode?: string | undefined;
}

/** A SageMaker model: an image and the data that it answers with. https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_DescribeModel.html */
export interface Model extends AwsResource {
  readonly modelName: string;
  readonly modelArn: string;
  /** ARN of the role that its containers work with. */
  readonly executionRoleArn?: string | undefined;
  /** Absent where there are several. */
  readonly primaryContainer?: ModelContainerDetails | undefined;
  /** Of a pipeline, in their order. */
  readonly containers: readonly ModelContainerDetails[];
  readonly enableNetworkIsolation?: boolean | undefined;
  readonly subnetIds: readonly string[];
  readonly securityGroupIds: readonly string[];
  readonly creationTime: Date;
}

/** Parses SageMaker's answer to `DescribeModel`. Environment variables, which may hold secrets, are in `aws` only. */
export const model = (): Schema<Model> =>
  resource<Model>(DescribeModelOutput$, {
    modelName: z.string(),
    modelArn: z.string(),
    executionRoleArn: optionalString(),
    primaryContainer: maybe(container()),
    containers: list(container()),
    enableNetworkIsolation: z.optional(z.boolean()),
    subnetIds: from('VpcConfig.Subnets', list(z.string())),
    securityGroupIds: from('VpcConfig.SecurityGroupIds', list(z.string())),
    creationTime: z.date(),
  });

const container = (): Schema<ModelContainerDetails> =>
  resource<ModelContainerDetails>(ContainerDefinition$, {
    image: optionalString(),
    modelDataUrl: optionalString(),
    modelPackageName: optionalString(),
    containerHostname: optionalString(),
    mode: optionalString(),
  });
