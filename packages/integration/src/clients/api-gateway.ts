import { conflict, notFound, type Service } from '@arch/core/builder';
import { ApiGatewayV2Client } from '@aws-sdk/client-apigatewayv2';

/** API Gateway v2 (HTTP APIs), as the operations of this package call it. IAM knows its actions by HTTP method. */
export const apiGateway: Service = {
  id: 'ApiGatewayV2',
  client: ApiGatewayV2Client,
  prefix: 'apigateway',
  arns: { Api: 'arn:aws:apigateway:*::/apis/*', Apis: 'arn:aws:apigateway:*::/apis' },
  errors: {
    ConflictException: conflict(),
    NotFoundException: notFound(),
  },
  documentation: 'https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/',
};
