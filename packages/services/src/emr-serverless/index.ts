export { applicationId, jobRunId } from './emr-serverless-ids.js';
export { emrServerless } from './emr-serverless.js';
