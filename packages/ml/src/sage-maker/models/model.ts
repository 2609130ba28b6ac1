import { type AwsResource, optionalString, from, list, maybe, resource, type Schema, z } from '@arch/core/builder';
import { ContainerDefinition$, DescribeModelOutput$ } from '@aws-sdk/client-sagemaker';

/** A container of a model. */
export interface ModelContainerDetails {
  /** URI of the container image. */
  readonly image?: string | undefined;
  /** S3 URI of the model data. */
  readonly modelDataUrl?: string | undefined;
  /** Name or ARN of the package of the model registry from which the model was created. */
  readonly modelPackageName?: string | undefined;
  /** Host name of the container in a pipeline. */
  readonly containerHostname?: string | undefined;
  /** Mode of the container: `SingleModel` or `MultiModel`. */
  readonly mode?: string | undefined;
}

/** A SageMaker model. https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_DescribeModel.html */
export interface Model extends AwsResource {
  /** Name of the model. */
  readonly modelName: string;
  /** ARN of the model. */
  readonly modelArn: string;
  /** ARN of the IAM role whose permissions the containers have. */
  readonly executionRoleArn?: string | undefined;
  /** The only container. Absent for a pipeline. */
  readonly primaryContainer?: ModelContainerDetails | undefined;
  /** The containers of a pipeline, in their order. */
  readonly containers: readonly ModelContainerDetails[];
  /** Whether the containers have no network access. */
  readonly enableNetworkIsolation?: boolean | undefined;
  /** IDs of the subnets to which the containers connect. */
  readonly subnetIds: readonly string[];
  /** IDs of the security groups. */
  readonly securityGroupIds: readonly string[];
  /** Time at which the model was created. */
  readonly creationTime: Date;
}

/** Parses one `DescribeModel` response. Environment variables are only in `aws`, because they can contain secrets. */
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
