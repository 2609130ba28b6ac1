import { ConflictError, InvalidInputError } from '@arch/core';
import {
  type AwsInput,
  type CallOptions,
  checkAwsMembers,
  input,
  type Operation,
  tagRecord,
  type Tags,
  task,
  z,
} from '@arch/core/builder';
import { CreateModelCommand } from '@aws-sdk/client-sagemaker';

import { type ContainerNetwork, completeNetworkCheck, networkFields } from '../container-network.js';
import { roleArn, sageMakerName } from '../sage-maker-fields.js';
import { describeTrainingJob } from '../training-jobs/index.js';
import { modelSource, type ModelSource, sourceFields } from './model-source.js';
import { type CreatedModel, requestModel } from './request-model.js';

export interface CreateModelInput extends ModelSource, ContainerNetwork, AwsInput {
  /** Name, unique in the account and region: 1–63 letters, digits and `-`. */
  readonly modelName: string;
  /**
   * ARN of the IAM role whose permissions the containers have. Required without `trainingJobName`. Default: the role of the training job.
   */
  readonly executionRoleArn?: string | undefined;
  /** Name of a completed training job. Its image and its model data are the defaults for `image` and `modelDataUrl`. */
  readonly trainingJobName?: string | undefined;
  /** The 2–15 containers of an inference pipeline, instead of `image`. Each container receives the response of the previous one. */
  readonly containers?: readonly ModelSource[] | undefined;
  /** Tags of the model, at most 50. */
  readonly tags?: Tags | undefined;
}

/**
 * Creates a model from an image and model data, from a training job, from a package of the model registry, or from several containers. The
 * model costs nothing until it is deployed with `deployModel`. Not idempotent: a second call throws `AlreadyExistsError`.
 *
 * @example
 * const { modelName } = await createModel({ modelName: 'churn-7', trainingJobName: 'churn-7' });
 * @throws {AlreadyExistsError} there is already a model with this name in this region.
 * @throws {NotFoundError} there is no such training job in this region.
 * @throws {ConflictError} the training job has not completed.
 * @throws {InvalidRequestError} the role does not allow SageMaker to read the model data or the image.
 * @see https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_CreateModel.html
 */
export const createModel: Operation<
  CreateModelInput,
  CreatedModel,
  { on: 'modelName' | 'roleArn' | 'trainingJobName'; with: 'tags' }
> = task(() => ({
  name: 'createModel',
  input: input<CreateModelInput>({
    ...networkFields(),
    ...sourceFields(),
    modelName: sageMakerName(),
    executionRoleArn: z.optional(roleArn()),
    trainingJobName: z.optional(sageMakerName()),
    containers: z.optional(z.array(modelSource()).check(z.minLength(2), z.maxLength(15))),
    tags: z.optional(tagRecord({ isLimited: true })),
  }).check(
    completeNetworkCheck(),
    z.refine(
      hasOneSource,
      'one of image, trainingJobName, modelPackageName and containers, or image and trainingJobName',
    ),
    z.refine(
      ({ executionRoleArn, trainingJobName }) => (executionRoleArn ?? trainingJobName) !== undefined,
      'an executionRoleArn',
    ),
    z.refine(hasRoomForVariables, 'environment variables of at most 32 KB in total'),
  ),
  uses: [requestModel, describeTrainingJob],
  run: async (model, options, { making }) => {
    checkAwsMembers('createModel', CreateModelCommand, model.aws);
    const trained = await trainedModel(model, options);
    const { image, modelDataUrl, modelPackageName, environment, containers, executionRoleArn = '', ...rest } = model;
    const single = { image, modelDataUrl, modelPackageName, environment };
    const request = { ...rest, executionRoleArn, sources: containers ?? [single], ...trained };
    return making(`the model ${rest.modelName} may exist: describeModel shows it`, requestModel(request, options));
  },
}));

const hasOneSource = (model: CreateModelInput): boolean => {
  const { image, trainingJobName, modelPackageName, containers, modelDataUrl, environment } = model;
  if (containers) return (image ?? trainingJobName ?? modelPackageName ?? modelDataUrl ?? environment) === undefined;
  return ((image ?? trainingJobName) === undefined) !== (modelPackageName === undefined);
};

/** https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_ContainerDefinition.html */
const maxVariableBytes = 32_768;

const hasRoomForVariables = ({ environment, containers = [] }: CreateModelInput): boolean => {
  const all = [environment, ...containers.map((each) => each.environment)].flatMap((each) =>
    Object.entries(each ?? {}),
  );
  return Buffer.byteLength(all.flat().join('')) <= maxVariableBytes;
};

/** Returns the role, image and model data of the training job. */
const trainedModel = async (
  { trainingJobName, executionRoleArn, image, modelDataUrl, environment }: CreateModelInput,
  options: CallOptions,
): Promise<{ readonly executionRoleArn: string; readonly sources: readonly ModelSource[] } | undefined> => {
  if (trainingJobName === undefined) return undefined;
  const job = await describeTrainingJob(trainingJobName, options);
  const { trainingJobStatus, trainingImage, s3ModelArtifacts, roleArn: roleOfJob } = job;
  if (trainingJobStatus !== 'Completed') {
    const remedy =
      trainingJobStatus === 'InProgress'
        ? 'Wait for it with waitForTrainingJob.'
        : 'If it has saved a model, pass image and modelDataUrl instead.';
    throw new ConflictError(
      `createModel: the training job ${trainingJobName} is ${trainingJobStatus}; only a completed job has a model. ${remedy}`,
      { operation: 'createModel', resource: 'training job', id: trainingJobName },
    );
  }
  const source = { image: image ?? trainingImage, modelDataUrl: modelDataUrl ?? s3ModelArtifacts, environment };
  const role = executionRoleArn ?? roleOfJob;
  if (source.image !== undefined && role !== undefined) return { executionRoleArn: role, sources: [source] };
  throw new InvalidInputError(
    `createModel: the training job ${trainingJobName} has no ${role === undefined ? 'role' : 'image'}; pass ${role === undefined ? 'executionRoleArn' : 'image'}.`,
    { operation: 'createModel' },
  );
};
