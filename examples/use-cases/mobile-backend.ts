// The backend of a mobile app: an HTTP API, a Lambda function and a bucket, used over HTTP as the app would. Makes: one of each, deleted at the end.
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

import { createHttpApi, createHttpStage, deleteHttpApi, routeToFunction } from '@arch/integration';
import { createFunction, deleteFunction } from '@arch/ml';
import { createBucket, deleteBucket, getObjectJson } from '@arch/storage';
import * as z from 'zod/mini';

// On AWS: a role that Lambda may assume, and that may write logs and read and write objects.
const { FUNCTION_ROLE: role = 'arn:aws:iam::123456789012:role/function', AWS_ENDPOINT_URL_APIGATEWAYV2: local } =
  process.env;
const name = `notes-${Date.now()}`;
const note = z.object({ text: z.string() });

/** What takes down what was made, the last first; what cannot be taken down is named. */
const undo: (() => Promise<unknown>)[] = [];

try {
  const { bucket } = await createBucket(name);
  undo.unshift(() => deleteBucket({ bucket, empty: true }));

  const code = { file: fileURLToPath(new URL('../functions/notes.ts', import.meta.url)) };
  const settings = { environment: { BUCKET: bucket }, timeoutSeconds: 10, memoryMiB: 256 };
  const { functionArn } = await createFunction({ functionName: name, role, code, ...settings }, { wait: true });
  undo.unshift(() => deleteFunction(name));

  const { apiId, apiEndpoint } = await createHttpApi({ name, description: 'notes of an app' });
  undo.unshift(() => deleteHttpApi(apiId));
  // Everybody may call these. An app whose users sign in says authorizationType: 'JWT', and which authorizer reads their tokens.
  for (const method of ['PUT', 'GET']) await routeToFunction({ apiId, routeKey: `${method} /notes/{id}`, functionArn });
  await createHttpStage({ apiId, throttlingRateLimit: 50, throttlingBurstLimit: 100 });

  // The local AWS serves an API below a path of its own.
  const url = local ? `${local}/_aws/execute-api/${apiId}/$default` : apiEndpoint;
  const put = (text: unknown): Promise<Response> =>
    fetch(`${url}/notes/shopping`, { method: 'PUT', body: JSON.stringify({ text }) });

  let answer = await put('two apples');
  // It takes AWS some seconds to serve what is new.
  for (let second = 0; answer.status === 404 && second < 30; second++) {
    await pause(1_000);
    answer = await put('two apples');
  }
  console.log('PUT', answer.status, await answer.text());
  const refused = await put(2);
  console.log('PUT', refused.status, await refused.text());
  const read = await fetch(`${url}/notes/shopping`);
  console.log('GET', read.status, await read.text());
  console.log('in S3:', await getObjectJson({ bucket, key: 'notes/shopping.json', schema: note }));
} finally {
  for (const takeDown of undo) await takeDown().catch((error: unknown) => console.error('still there:', String(error)));
}
