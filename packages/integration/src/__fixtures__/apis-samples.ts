import type { LayerSamples } from '../../../../tools/contract/layer.js';

const apiId = 'a1b2c3d4e5';
const functionArn = 'arn:aws:lambda:us-east-1:123456789012:function:orders';
const api = {
  ApiId: apiId,
  ApiEndpoint: `https://${apiId}.execute-api.us-east-1.amazonaws.com`,
  ApiKeySelectionExpression: '$request.header.x-api-key',
  CorsConfiguration: { AllowOrigins: ['https://www.example.com'], MaxAge: 600 },
  CreatedDate: '2026-11-01T10:00:00.000Z',
  DisableExecuteApiEndpoint: false,
  IpAddressType: 'ipv4',
  Name: 'orders',
  ProtocolType: 'HTTP',
  RouteSelectionExpression: '$request.method $request.path',
  Tags: { team: 'web' },
};
const integration = {
  ConnectionType: 'INTERNET',
  IntegrationId: 'abc1234',
  IntegrationMethod: 'POST',
  IntegrationType: 'AWS_PROXY',
  IntegrationUri: functionArn,
  PayloadFormatVersion: '2.0',
  TimeoutInMillis: 30_000,
};
const route = {
  ApiKeyRequired: false,
  AuthorizationType: 'NONE',
  RouteId: 'def5678',
  RouteKey: 'GET /orders/{id}',
  Target: 'integrations/abc1234',
};
const stage = {
  AutoDeploy: true,
  CreatedDate: '2026-11-01T10:00:00.000Z',
  DefaultRouteSettings: { DetailedMetricsEnabled: false, ThrottlingBurstLimit: 200, ThrottlingRateLimit: 100 },
  LastUpdatedDate: '2026-11-01T10:00:00.000Z',
  RouteSettings: {},
  StageName: '$default',
  StageVariables: {},
  Tags: {},
};
const statement = {
  Sid: 'orders',
  Effect: 'Allow',
  Principal: { Service: 'apigateway.amazonaws.com' },
  Action: 'lambda:InvokeFunction',
  Resource: functionArn,
};

/** One good input per function, one good answer per AWS operation. */
export const apisSamples: LayerSamples = {
  inputs: {
    addFunctionPermission: {
      functionName: 'orders',
      statementId: 'nightly',
      principal: 'events.amazonaws.com',
      sourceArn: 'arn:aws:events:us-east-1:123456789012:rule/nightly',
    },
    createHttpApi: { name: 'orders', tags: { team: 'web' } },
    createHttpIntegration: { apiId, functionArn },
    createHttpRoute: { apiId, routeKey: 'GET /orders/{id}', integrationId: 'abc1234' },
    createHttpStage: apiId,
    deleteCorsConfiguration: apiId,
    deleteHttpApi: apiId,
    deleteHttpIntegration: { apiId, integrationId: 'abc1234' },
    deleteHttpRoute: { apiId, routeId: 'def5678' },
    deleteHttpStage: { apiId, stageName: '$default' },
    describeHttpApi: apiId,
    describeHttpIntegration: { apiId, integrationId: 'abc1234' },
    describeHttpRoute: { apiId, routeId: 'def5678' },
    describeHttpStage: { apiId, stageName: '$default' },
    listHttpApis: {},
    listHttpIntegrations: { apiId },
    listHttpRoutes: { apiId },
    listHttpStages: { apiId },
    removeFunctionPermission: { functionName: 'orders', statementId: 'nightly' },
    routeToFunction: { apiId, routeKey: 'GET /orders/{id}', functionArn },
    updateHttpApi: { apiId, description: 'takes orders' },
    updateHttpStage: { apiId, stageName: '$default', throttlingRateLimit: 50 },
  },
  answers: {
    AddPermission: { Statement: JSON.stringify(statement) },
    CreateApi: api,
    CreateIntegration: integration,
    CreateRoute: route,
    CreateStage: stage,
    DeleteApi: {},
    DeleteCorsConfiguration: {},
    DeleteIntegration: {},
    DeleteRoute: {},
    DeleteStage: {},
    GetApi: api,
    GetApis: { Items: [api] },
    GetIntegration: integration,
    GetIntegrations: { Items: [integration] },
    GetRoute: route,
    GetRoutes: { Items: [route] },
    GetStage: stage,
    GetStages: { Items: [stage] },
    RemovePermission: {},
    UpdateApi: api,
    UpdateStage: stage,
  },
  withoutDocument: [
    'DeleteApi',
    'DeleteCorsConfiguration',
    'DeleteIntegration',
    'DeleteRoute',
    'DeleteStage',
    'RemovePermission',
  ],
  // A WebSocket API, which has no URL there.
  publishedOfAnotherKind: ['apigatewayv2/create-api.rst#2'],
};
