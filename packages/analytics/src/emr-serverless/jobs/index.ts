export { cancelJobRun, type CancelJobRunInput } from './cancel-job-run.js';
export { describeJobRun, type DescribeJobRunInput } from './describe-job-run.js';
export { type JobRun, type JobRunState, jobRunStates, type ListedJobRun } from './job-run.js';
export type { JobRunReference } from './job-run-reference.js';
export { listJobRuns, type ListJobRunsInput } from './list-job-runs.js';
export { runSparkJob, type RunSparkJobInput } from './run-spark-job.js';
export { type JobRunGoal, jobRunGoals, waitForJobRun, type WaitForJobRunInput } from './wait-for-job-run.js';
