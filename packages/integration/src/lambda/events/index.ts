export type { HttpRequestEvent } from './http-request-event.js';
export { lambdaEventKind } from './lambda-event-kind.js';
export { type LambdaEventKind, lambdaEventKinds } from './recognize-event.js';
