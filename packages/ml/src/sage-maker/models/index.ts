export type { ContainerNetwork } from '../container-network.js';
export { createModel, type CreateModelInput } from './create-model.js';
export { deleteModel, type DeleteModelInput } from './delete-model.js';
export { describeModel, type DescribeModelInput } from './describe-model.js';
export { listModels, type ListModelsInput, type ModelSummary } from './list-models.js';
export type { ModelSource } from './model-source.js';
export type { Model, ModelContainerDetails } from './model.js';
export type { CreatedModel } from './request-model.js';
export type { SageMakerListInput } from '../sage-maker-list.js';
