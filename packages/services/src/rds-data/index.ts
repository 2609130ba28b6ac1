export { rdsData, exactFields } from './rds-data.js';
