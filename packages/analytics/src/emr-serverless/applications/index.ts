export {
  createEmrServerlessApplication,
  type CreatedEmrServerlessApplication,
  type CreateEmrServerlessApplicationInput,
} from './create-emr-serverless-application.js';
export {
  deleteEmrServerlessApplication,
  type DeleteEmrServerlessApplicationInput,
} from './delete-emr-serverless-application.js';
export {
  describeEmrServerlessApplication,
  type DescribeEmrServerlessApplicationInput,
} from './describe-emr-serverless-application.js';
export {
  type EmrServerlessApplication,
  type EmrServerlessApplicationState,
  emrServerlessApplicationStates,
  type EmrServerlessCapacity,
  type ListedEmrServerlessApplication,
} from './emr-serverless-application.js';
export type { EmrServerlessApplicationReference } from './emr-serverless-application-reference.js';
export {
  listEmrServerlessApplications,
  type ListEmrServerlessApplicationsInput,
} from './list-emr-serverless-applications.js';
export {
  startEmrServerlessApplication,
  type StartEmrServerlessApplicationInput,
} from './start-emr-serverless-application.js';
export {
  stopEmrServerlessApplication,
  type StopEmrServerlessApplicationInput,
} from './stop-emr-serverless-application.js';
export {
  type EmrServerlessApplicationGoal,
  emrServerlessApplicationGoals,
  waitForEmrServerlessApplication,
  type WaitForEmrServerlessApplicationInput,
} from './wait-for-emr-serverless-application.js';
