import { conflict, notFound, type Service } from '@arch/core/builder';
import { ApiGatewayV2Client } from '@aws-sdk/client-apigatewayv2';

/** API Gateway v2 (HTTP APIs). IAM knows its actions by HTTP method. */
export const apiGateway: Service = {
  id: 'ApiGatewayV2',
  client: ApiGatewayV2Client,
  prefix: 'apigateway',
  arns: {
    Api: 'arn:aws:apigateway:*::/apis/*',
    Apis: 'arn:aws:apigateway:*::/apis',
    Authorizer: 'arn:aws:apigateway:*::/apis/*/authorizers/*',
    Authorizers: 'arn:aws:apigateway:*::/apis/*/authorizers',
    Cors: 'arn:aws:apigateway:*::/apis/*/cors',
    Integration: 'arn:aws:apigateway:*::/apis/*/integrations/*',
    Integrations: 'arn:aws:apigateway:*::/apis/*/integrations',
    Route: 'arn:aws:apigateway:*::/apis/*/routes/*',
    Routes: 'arn:aws:apigateway:*::/apis/*/routes',
    Stage: 'arn:aws:apigateway:*::/apis/*/stages/*',
    Stages: 'arn:aws:apigateway:*::/apis/*/stages',
    Tags: 'arn:aws:apigateway:*::/tags/*',
  },
  errors: {
    ConflictException: conflict(),
    NotFoundException: notFound(),
  },
  documentation: 'https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/',
};
