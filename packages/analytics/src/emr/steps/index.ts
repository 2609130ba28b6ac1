export { addStep, type AddStepInput } from './add-step.js';
export { cancelStep, type CancelStepInput } from './cancel-step.js';
export { describeStep, type DescribeStepInput } from './describe-step.js';
export { listSteps, type ListStepsInput } from './list-steps.js';
export { type ListedStep, type Step, type StepFailure, type StepState, stepStates } from './step.js';
export type { StepReference } from './step-reference.js';
export { type StepGoal, stepGoals, waitForStep, type WaitForStepInput } from './wait-for-step.js';
export {
  type HadoopJarStep,
  type SparkStep,
  type StepDescription,
  type StepFailureAction,
  stepFailureActions,
} from '../emr-step.js';
export type { SparkProgram } from '../spark-submit.js';
