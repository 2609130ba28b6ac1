export { createHttpRoute, type CreateHttpRouteInput } from './create-http-route.js';
export { deleteHttpRoute, type DeleteHttpRouteInput } from './delete-http-route.js';
export { describeHttpRoute, type DescribeHttpRouteInput } from './describe-http-route.js';
export { httpAuthorizationTypes, type HttpAuthorizationType, type HttpRoute } from './http-route.js';
export type { HttpRouteSettings } from './http-route-settings.js';
export { listHttpRoutes, type ListHttpRoutesInput } from './list-http-routes.js';
export { routeToFunction, type RouteToFunctionInput } from './route-to-function.js';
