export { connectionInfo, type ConnectionInfo, type ConnectionInfoInput } from './connection-info.js';
export { generateDbAuthToken, type GenerateDbAuthTokenInput } from './generate-db-auth-token.js';
