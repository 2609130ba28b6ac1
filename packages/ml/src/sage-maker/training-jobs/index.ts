export type { ContainerNetwork } from '../container-network.js';
export { describeTrainingJob, type DescribeTrainingJobInput } from './describe-training-job.js';
export { listTrainingJobs, type ListTrainingJobsInput, type TrainingJobSummary } from './list-training-jobs.js';
export { type StoppedTrainingJob, stopTrainingJob, type StopTrainingJobInput } from './stop-training-job.js';
export { trainModel } from './train-model.js';
export type { TrainModelInput } from './train-model-input.js';
export type { TrainingChannel, TrainingInputMode } from './training-channel.js';
export type { TrainingJobReference } from './training-job-reference.js';
export {
  type TrainingJob,
  type TrainingJobChannel,
  type TrainingJobStatus,
  trainingJobStatuses,
  type TrainingJobTransition,
} from './training-job.js';
export {
  type TrainingJobGoal,
  trainingJobGoals,
  waitForTrainingJob,
  type WaitForTrainingJobInput,
} from './wait-for-training-job.js';
