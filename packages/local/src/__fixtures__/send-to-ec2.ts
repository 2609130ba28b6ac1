import type { LocalAws } from '../local-aws.js';
import { sendToAws } from './send-to-aws.js';

/** Sends an action to EC2 without an SDK and returns the XML of the response. */
export async function sendToEc2(
  { env }: Pick<LocalAws, 'env'>,
  action: string,
  input: Record<string, string> = {},
): Promise<string> {
  const body = new URLSearchParams({ Action: action, Version: '2016-11-15', ...input });
  const response = await sendToAws('ec2', env['AWS_ENDPOINT_URL_EC2'], { method: 'POST', body }, env);
  return response.text();
}
