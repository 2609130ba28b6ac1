// Microservices: two functions behind one HTTP API, which are deployed separately. One calls the other over HTTP. Creates: two functions and one API, deleted at the end.
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

import { createHttpApi, createHttpStage, deleteHttpApi, listHttpRoutes, routeToFunction } from '@arch/integration';
import { createFunction, deleteFunction, type LambdaFunction } from '@arch/ml';

// On AWS, FUNCTION_ROLE is a role for Lambda with the permission to write logs.
const { FUNCTION_ROLE: role = 'arn:aws:iam::123456789012:role/function', AWS_ENDPOINT_URL_APIGATEWAYV2: local } =
  process.env;
const name = `shop-${Date.now()}`;

/** Deletes the created resources, the last one first. */
const undo: (() => Promise<unknown>)[] = [];

/** Deploys a service from its file. */
const deploy = async (service: string, environment: Record<string, string> = {}): Promise<LambdaFunction> => {
  const code = { file: fileURLToPath(new URL(`../functions/${service}.mjs`, import.meta.url)) };
  const functionName = `${name}-${service}`;
  const deployed = await createFunction({ functionName, role, code, environment }, { wait: true });
  undo.unshift(() => deleteFunction(functionName));
  return deployed;
};

try {
  const { apiId, apiEndpoint } = await createHttpApi({ name, description: 'a shop with two services' });
  undo.unshift(() => deleteHttpApi(apiId));
  // On the local AWS, the URL of an API has a different form.
  const url = local ? `${local}/_aws/execute-api/${apiId}/$default` : apiEndpoint;

  const [catalogue, orders] = await Promise.all([deploy('catalogue'), deploy('orders', { CATALOGUE_URL: url })]);
  await routeToFunction({ apiId, routeKey: 'GET /products/{name}', functionArn: catalogue.functionArn });
  await routeToFunction({ apiId, routeKey: 'POST /orders', functionArn: orders.functionArn, timeoutMs: 5_000 });
  const limits = { throttlingRateLimit: 100, throttlingBurstLimit: 200 };
  // Limits orders, so that they cannot use the whole capacity of the API.
  await createHttpStage({ apiId, ...limits, routeSettings: { 'POST /orders': { throttlingRateLimit: 10 } } });
  for await (const { routeKey } of listHttpRoutes({ apiId })) console.log(routeKey);

  const placeOrder = (order: object): Promise<Response> =>
    fetch(`${url}/orders`, { method: 'POST', body: JSON.stringify(order) });
  // A new API is available after some seconds.
  for (let second = 0; second < 30 && (await fetch(`${url}/products/apple`)).status === 404; second++)
    await pause(1_000);
  for (const order of [
    { name: 'pear', pieces: 4 },
    { name: 'plum', pieces: 1 },
  ]) {
    const response = await placeOrder(order);
    console.log(response.status, await response.text());
  }
} finally {
  for (const remove of undo) await remove().catch((error: unknown) => console.error('not deleted:', String(error)));
}
