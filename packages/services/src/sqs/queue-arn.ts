/**
 * Converts the URL of a queue to its ARN: `https://sqs.eu-west-1.amazonaws.com/123456789012/orders` →
 * `arn:aws:sqs:eu-west-1:123456789012:orders`. The host determines the partition. Returns `undefined` for other text.
 */
export const queueArn = (queueUrl: string): string | undefined => {
  const [, host = '', account, name] = /^https?:\/\/([^/]+)\/(\d{12}|\*)\/([\w.*?-]+)$/.exec(queueUrl) ?? [];
  if (account === undefined || name === undefined) return undefined;
  const [, region = '*'] = /^(?:sqs(?:-fips)?|vpce-[\w-]+\.sqs)\.([a-z]{2,}-[a-z-]+\d)\./.exec(host) ?? [];
  const partition = region.startsWith('cn-') ? 'aws-cn' : region.startsWith('us-gov-') ? 'aws-us-gov' : 'aws';
  return `arn:${partition}:sqs:${region}:${account}:${name}`;
};
