import { conflict, notFound, restJson, type Service } from '@arch/core/builder';
import { ApiGatewayV2Client } from '@aws-sdk/client-apigatewayv2';

/** API Gateway v2 (HTTP APIs). Its IAM actions are HTTP methods, e.g. `apigateway:POST`. */
export const apiGateway: Service = {
  id: 'ApiGatewayV2',
  client: ApiGatewayV2Client,
  protocol: restJson,
  prefix: 'apigateway',
  arns: {
    Api: 'arn:aws:apigateway:*::/apis/{apiId}',
    Apis: 'arn:aws:apigateway:*::/apis',
    Authorizer: 'arn:aws:apigateway:*::/apis/{apiId}/authorizers/{authorizerId}',
    Authorizers: 'arn:aws:apigateway:*::/apis/{apiId}/authorizers',
    Cors: 'arn:aws:apigateway:*::/apis/{apiId}/cors',
    Integration: 'arn:aws:apigateway:*::/apis/{apiId}/integrations/{integrationId}',
    Integrations: 'arn:aws:apigateway:*::/apis/{apiId}/integrations',
    Route: 'arn:aws:apigateway:*::/apis/{apiId}/routes/{routeId}',
    Routes: 'arn:aws:apigateway:*::/apis/{apiId}/routes',
    Stage: 'arn:aws:apigateway:*::/apis/{apiId}/stages/{stageName}',
    Stages: 'arn:aws:apigateway:*::/apis/{apiId}/stages',
    Tags: 'arn:aws:apigateway:*::/tags/*',
  },
  errors: {
    ConflictException: conflict(),
    NotFoundException: notFound(),
  },
  documentation: 'https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/',
};
