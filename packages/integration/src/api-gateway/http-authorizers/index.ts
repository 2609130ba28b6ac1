export { createHttpAuthorizer, type CreateHttpAuthorizerInput } from './create-http-authorizer.js';
export { deleteHttpAuthorizer, type DeleteHttpAuthorizerInput } from './delete-http-authorizer.js';
export { describeHttpAuthorizer, type DescribeHttpAuthorizerInput } from './describe-http-authorizer.js';
export { httpAuthorizerTypes, type HttpAuthorizer, type HttpAuthorizerType } from './http-authorizer.js';
export { listHttpAuthorizers, type ListHttpAuthorizersInput } from './list-http-authorizers.js';
