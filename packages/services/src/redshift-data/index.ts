export { redshiftData, statementErrors } from './redshift-data.js';
