export { serverlessName, baseCapacity } from './redshift-serverless-names.js';
export { redshiftServerless } from './redshift-serverless.js';
