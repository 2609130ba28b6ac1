// Microservices: two functions behind one HTTP API, each deployed by itself; the one asks the other over HTTP. Makes: two functions and one API, deleted at the end.
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

import { createHttpApi, createHttpStage, deleteHttpApi, listHttpRoutes, routeToFunction } from '@arch/integration';
import { createFunction, deleteFunction, type LambdaFunction } from '@arch/ml';

// On AWS: a role that Lambda may assume, and that may write logs.
const { FUNCTION_ROLE: role = 'arn:aws:iam::123456789012:role/function', AWS_ENDPOINT_URL_APIGATEWAYV2: local } =
  process.env;
const name = `shop-${Date.now()}`;

/** What takes down what was made, the last first; what cannot be taken down is named. */
const undo: (() => Promise<unknown>)[] = [];

/** Deploys a service of its own file. */
const deploy = async (service: string, environment: Record<string, string> = {}): Promise<LambdaFunction> => {
  const code = { file: fileURLToPath(new URL(`../functions/${service}.mjs`, import.meta.url)) };
  const functionName = `${name}-${service}`;
  const deployed = await createFunction({ functionName, role, code, environment }, { wait: true });
  undo.unshift(() => deleteFunction(functionName));
  return deployed;
};

try {
  const { apiId, apiEndpoint } = await createHttpApi({ name, description: 'a shop of two services' });
  undo.unshift(() => deleteHttpApi(apiId));
  // The local AWS serves an API below a path of its own.
  const url = local ? `${local}/_aws/execute-api/${apiId}/$default` : apiEndpoint;

  const [catalogue, orders] = await Promise.all([deploy('catalogue'), deploy('orders', { CATALOGUE_URL: url })]);
  await routeToFunction({ apiId, routeKey: 'GET /products/{name}', functionArn: catalogue.functionArn });
  await routeToFunction({ apiId, routeKey: 'POST /orders', functionArn: orders.functionArn, timeoutMs: 5_000 });
  const limits = { throttlingRateLimit: 100, throttlingBurstLimit: 200 };
  // Who may only order now and then cannot take the catalogue's share.
  await createHttpStage({ apiId, ...limits, routeSettings: { 'POST /orders': { throttlingRateLimit: 10 } } });
  for await (const { routeKey } of listHttpRoutes({ apiId })) console.log(routeKey);

  const order = (wanted: object): Promise<Response> =>
    fetch(`${url}/orders`, { method: 'POST', body: JSON.stringify(wanted) });
  // It takes AWS some seconds to serve what is new.
  for (let second = 0; second < 30 && (await fetch(`${url}/products/apple`)).status === 404; second++)
    await pause(1_000);
  for (const wanted of [
    { name: 'pear', pieces: 4 },
    { name: 'plum', pieces: 1 },
  ]) {
    const answer = await order(wanted);
    console.log(answer.status, await answer.text());
  }
} finally {
  for (const takeDown of undo) await takeDown().catch((error: unknown) => console.error('still there:', String(error)));
}
