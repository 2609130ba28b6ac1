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

import { type ContainerNetwork, isWholeNetwork, networkFields } from '../container-network.js';
import { roleArn, sageMakerName } from '../sage-maker-fields.js';
import { describeTrainingJob } from '../training-jobs/index.js';
import { modelSource, type ModelSource, sourceFields } from './model-source.js';
import { type CreatedModel, requestModel } from './request-model.js';

export interface CreateModelInput extends ModelSource, ContainerNetwork, AwsInput {
  /** 1–63 letters, digits and `-`. */
  readonly modelName: string;
  /** ARN of the role that the containers work with. Needed without a training job; with one, its role is the default. */
  readonly executionRoleArn?: string | undefined;
  /** A training job that has completed: its image and its model are taken, where no others are said. */
  readonly trainingJobName?: string | undefined;
  /** The containers of a pipeline, 2–15, each of which gets what the one before it has answered. Instead of an image. */
  readonly containers?: readonly ModelSource[] | undefined;
  readonly tags?: Tags | undefined;
}

/**
 * Makes a model that can be deployed: of an image and the data that it answers with, of a training job, of a package of the model registry, or
 * of several containers. It costs nothing until it is deployed. A retry never makes a second one: the name is taken then.
 *
 * @example
 * const { modelName } = await createModel({ modelName: 'churn-7', trainingJobName: 'churn-7' });
 * @throws {AlreadyExistsError} there is a model of that name in this region.
 * @throws {NotFoundError} there is no such training job in this region.
 * @throws {ConflictError} the training job has not completed.
 * @throws {InvalidRequestError} SageMaker cannot read the data or the image with the role.
 * @see https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_CreateModel.html
 */
export const createModel: Operation<CreateModelInput, CreatedModel> = task(() => ({
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
    isWholeNetwork(),
    z.refine(hasOneSource, 'one of image, trainingJobName, modelPackageName and containers, or the first two'),
    z.refine(
      ({ executionRoleArn, trainingJobName }) => (executionRoleArn ?? trainingJobName) !== undefined,
      'an executionRoleArn',
    ),
    z.refine(hasRoomForVariables, 'environment variables of at most 32 KB in all'),
  ),
  uses: [requestModel, describeTrainingJob],
  run: async (model, options, { making }) => {
    checkAwsMembers('createModel', CreateModelCommand, model.aws);
    const trained = await trainedModel(model, options);
    const { image, modelDataUrl, modelPackageName, environment, containers, executionRoleArn = '', ...own } = model;
    const single = { image, modelDataUrl, modelPackageName, environment };
    const request = { ...own, executionRoleArn, sources: containers ?? [single], ...trained };
    return making(`the model ${own.modelName} may exist: describeModel shows it`, requestModel(request, options));
  },
}));

const hasOneSource = (model: CreateModelInput): boolean => {
  const { image, trainingJobName, modelPackageName, containers, modelDataUrl, environment } = model;
  if (containers) return (image ?? trainingJobName ?? modelPackageName ?? modelDataUrl ?? environment) === undefined;
  return ((image ?? trainingJobName) === undefined) !== (modelPackageName === undefined);
};

/** https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_ContainerDefinition.html */
const mostVariableBytes = 32_768;

const hasRoomForVariables = ({ environment, containers = [] }: CreateModelInput): boolean => {
  const all = [environment, ...containers.map((each) => each.environment)].flatMap((each) =>
    Object.entries(each ?? {}),
  );
  return Buffer.byteLength(all.flat().join('')) <= mostVariableBytes;
};

/** What a model takes from its training job. */
const trainedModel = async (
  { trainingJobName, executionRoleArn, image, modelDataUrl, environment }: CreateModelInput,
  options: CallOptions,
): Promise<{ readonly executionRoleArn: string; readonly sources: readonly ModelSource[] } | undefined> => {
  if (trainingJobName === undefined) return undefined;
  const job = await describeTrainingJob(trainingJobName, options);
  const { trainingJobStatus, trainingImage, s3ModelArtifacts, roleArn: ofJob } = job;
  if (trainingJobStatus !== 'Completed') {
    const remedy =
      trainingJobStatus === 'InProgress'
        ? 'Wait for it.'
        : 'Where it has saved one, pass image and modelDataUrl instead.';
    throw new ConflictError(
      `createModel: the training job ${trainingJobName} is ${trainingJobStatus}; only one that has completed has a model. ${remedy}`,
      { operation: 'createModel', resource: 'training job', id: trainingJobName },
    );
  }
  const source = { image: image ?? trainingImage, modelDataUrl: modelDataUrl ?? s3ModelArtifacts, environment };
  const role = executionRoleArn ?? ofJob;
  if (source.image !== undefined && role !== undefined) return { executionRoleArn: role, sources: [source] };
  throw new InvalidInputError(
    `createModel: the training job ${trainingJobName} names no ${role === undefined ? 'role' : 'image'}; pass ${role === undefined ? 'executionRoleArn' : 'image'}.`,
    { operation: 'createModel' },
  );
};
