import type { LocalAws } from '../local-aws.js';
import { askAws } from './ask-aws.js';

/** Sends an action to SQS without an SDK, and returns the JSON that it answers. */
export async function askSqs(
  { env }: Pick<LocalAws, 'env'>,
  action: string,
  input: Record<string, unknown> = {},
): Promise<unknown> {
  const headers = { 'content-type': 'application/x-amz-json-1.0', 'x-amz-target': `AmazonSQS.${action}` };
  const question = { method: 'POST', headers, body: JSON.stringify(input) };
  const response = await askAws('sqs', env['AWS_ENDPOINT_URL_SQS'], question, env);
  return response.json();
}
