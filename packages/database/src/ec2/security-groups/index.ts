export { allowDatabaseAccess, type AllowDatabaseAccessInput, type DatabaseAccess } from './allow-database-access.js';
