export { apiGatewayId, apiId, stageName, routeKey } from './api-gateway-names.js';
export { apiGateway } from './api-gateway.js';
