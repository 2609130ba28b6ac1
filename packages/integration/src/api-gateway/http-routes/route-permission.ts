import { functionArnParts } from '@arch/services/lambda';

/** Which statement of which function's policy lets an API call the function for a route. */
export interface RoutePermission {
  readonly functionName: string;
  readonly qualifier?: string | undefined;
  readonly statementId: string;
}

/** Names the statement after the integration: it comes and goes with it. `undefined` where what is called is no function. */
export const routePermission = (
  apiId: string,
  { integrationId, functionArn = '' }: { readonly integrationId: string; readonly functionArn?: string | undefined },
): RoutePermission | undefined => {
  const { qualifier } = functionArnParts(functionArn) ?? {};
  if (!functionArnParts(functionArn)) return undefined;
  const functionName = qualifier === undefined ? functionArn : functionArn.slice(0, -qualifier.length - 1);
  return { functionName, ...(qualifier && { qualifier }), statementId: `http-api-${apiId}-${integrationId}` };
};

/** What API Gateway calls the function as: the route in every stage of the API, in the function's account and region. */
export const routeSourceArn = (apiId: string, routeKey: string, functionArn: string): string => {
  const { partition = 'aws', region = '*', accountId = '*' } = functionArnParts(functionArn) ?? {};
  const [method = '', path] = routeKey.split(' ');
  const route = path === undefined ? routeKey : `${method === 'ANY' ? '*' : method}${path}`;
  return `arn:${partition}:execute-api:${region}:${accountId}:${apiId}/*/${route}`;
};
