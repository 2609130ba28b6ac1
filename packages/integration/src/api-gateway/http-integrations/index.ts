export { createHttpIntegration, type CreateHttpIntegrationInput } from './create-http-integration.js';
export { deleteHttpIntegration, type DeleteHttpIntegrationInput } from './delete-http-integration.js';
export { describeHttpIntegration, type DescribeHttpIntegrationInput } from './describe-http-integration.js';
export { httpIntegrationTypes, type HttpIntegration, type HttpIntegrationType } from './http-integration.js';
export { listHttpIntegrations, type ListHttpIntegrationsInput } from './list-http-integrations.js';
