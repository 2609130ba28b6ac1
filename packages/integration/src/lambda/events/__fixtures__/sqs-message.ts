/** A message of an SQS queue as a Lambda function receives it. */
export const sqsMessage = (messageId: string, body: string, attributes: object = {}): object => ({
  messageId,
  receiptHandle: `handle-${messageId}`,
  body,
  eventSource: 'aws:sqs',
  eventSourceARN: 'arn:aws:sqs:eu-west-1:123456789012:orders',
  awsRegion: 'eu-west-1',
  attributes: {
    ApproximateReceiveCount: '2',
    SentTimestamp: '1545082649183',
    ApproximateFirstReceiveTimestamp: '1545082649185',
    ...attributes,
  },
  messageAttributes: { trace: { stringValue: 'abc', dataType: 'String' } },
});
