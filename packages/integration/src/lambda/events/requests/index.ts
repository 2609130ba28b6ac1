export { type HttpResponse, jsonResponse } from './json-response.js';
export { parseAlbEvent } from './parse-alb-event.js';
export { parseApiGatewayEvent } from './parse-api-gateway-event.js';
export { type HttpApiAuthorizerEvent, parseHttpApiAuthorizerEvent } from './parse-http-api-authorizer-event.js';
export { parseHttpApiEvent } from './parse-http-api-event.js';
export { parseRequestAuthorizerEvent, type RequestAuthorizerEvent } from './parse-request-authorizer-event.js';
export { parseTokenAuthorizerEvent, type TokenAuthorizerEvent } from './parse-token-authorizer-event.js';
export {
  parseWebSocketEvent,
  type WebSocketEvent,
  type WebSocketEventType,
  webSocketEventTypes,
} from './parse-web-socket-event.js';
