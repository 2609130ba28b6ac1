// Handles the changes of a DynamoDB table in a Lambda function, in order. After a failure, Lambda sends the failed change and those after it again. Creates: nothing; the event is a sample.
import { type DynamoDbEventRecord, handleDynamoDbEvent } from '@arch/integration';
import * as z from 'zod/mini';

const schema = z.object({ orderId: z.string(), total: z.number() });

const ship = ({ eventName, newImage }: DynamoDbEventRecord<z.infer<typeof schema>>): void => {
  if (eventName !== 'INSERT' || !newImage) return;
  if (newImage.total > 1_000) throw new Error(`order ${newImage.orderId} must be checked first`);
  console.log(`shipped order ${newImage.orderId} for ${newImage.total}`);
};

// The event source mapping requires FunctionResponseTypes: ['ReportBatchItemFailures'].
export const handler = (event: unknown): Promise<object> => handleDynamoDbEvent(event, ship, { schema });

const record = (orderId: string, total: string): object => ({
  eventID: orderId,
  eventName: 'INSERT',
  eventSource: 'aws:dynamodb',
  eventSourceARN: 'arn:aws:dynamodb:eu-west-1:123456789012:table/orders/stream/2026-11-01T00:00:00.000',
  awsRegion: 'eu-west-1',
  dynamodb: {
    Keys: { orderId: { S: orderId } },
    NewImage: { orderId: { S: orderId }, total: { N: total } },
    SequenceNumber: `10${orderId}`,
  },
});
console.log(await handler({ Records: [record('7', '12.5'), record('8', '5000'), record('9', '3')] }));
