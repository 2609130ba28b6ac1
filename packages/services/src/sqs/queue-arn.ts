/**
 * The ARN of the queue with a URL, `undefined` for other text: `https://sqs.eu-west-1.amazonaws.com/123456789012/orders` →
 * `arn:aws:sqs:eu-west-1:123456789012:orders`. The partition follows from the host.
 */
export const queueArn = (queueUrl: string): string | undefined => {
  const [, host = '', account, name] = /^https?:\/\/([^/]+)\/(\d{12}|\*)\/([\w.*?-]+)$/.exec(queueUrl) ?? [];
  if (account === undefined || name === undefined) return undefined;
  const [, region = '*'] = /^(?:sqs(?:-fips)?|vpce-[\w-]+\.sqs)\.([a-z]{2,}-[a-z-]+\d)\./.exec(host) ?? [];
  const partition = region.startsWith('cn-') ? 'aws-cn' : region.startsWith('us-gov-') ? 'aws-us-gov' : 'aws';
  return `arn:${partition}:sqs:${region}:${account}:${name}`;
};
