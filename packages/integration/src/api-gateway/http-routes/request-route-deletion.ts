import { type AwsInput, input, noOutput, notFound, operation, type Operation } from '@arch/core/builder';
import { apiGateway, apiGatewayId, apiId } from '@arch/services/api-gateway';
import { DeleteRouteCommand } from '@aws-sdk/client-apigatewayv2';

/** The input of `requestRouteDeletion`. */
export interface RequestRouteDeletionInput extends AwsInput {
  readonly apiId: string;
  readonly routeId: string;
}

/** Sends the request that deletes a route. https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid-routes-routeid.html */
export const requestRouteDeletion: Operation<RequestRouteDeletionInput, void> = operation(() => ({
  name: 'deleteHttpRoute',
  service: apiGateway,
  command: DeleteRouteCommand,
  permissions: [{ action: 'apigateway:DELETE', resources: ['Route'] }],
  input: input<RequestRouteDeletionInput>({ apiId: apiId(), routeId: apiGatewayId('a route') }),
  output: noOutput(),
  deletes: true,
  errors: { NotFoundException: notFound({ resource: 'route', member: 'routeId' }) },
}));
