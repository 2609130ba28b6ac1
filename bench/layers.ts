/** A layer of the library, and the SDK's clients for the same services. */
export interface Layer {
  readonly name: string;
  /** The packages of the SDK's clients. */
  readonly clients: readonly string[];
  /** A program with one function of the layer. */
  readonly program: string;
  /** The same program with the SDK. */
  readonly sdkProgram: string;
}

const client = (name: string): string => `@aws-sdk/client-${name}`;

/** All layers. */
export const layers: readonly Layer[] = [
  {
    name: '@arch/compute',
    clients: ['ec2', 'auto-scaling', 'elastic-load-balancing-v2', 'ssm'].map(client),
    program:
      "import { describeInstance } from '@arch/compute'; console.log(await describeInstance('i-0123456789abcdef0'));",
    sdkProgram:
      "import { EC2Client, DescribeInstancesCommand } from '@aws-sdk/client-ec2'; console.log(await new EC2Client({}).send(new DescribeInstancesCommand({})));",
  },
  {
    name: '@arch/storage',
    clients: ['s3', 'ec2'].map(client),
    program:
      "import { putObject } from '@arch/storage'; console.log(await putObject({ bucket: 'reports', key: 'a', body: 'b' }));",
    sdkProgram:
      "import { S3Client, PutObjectCommand } from '@aws-sdk/client-s3'; console.log(await new S3Client({}).send(new PutObjectCommand({ Bucket: 'reports', Key: 'a', Body: 'b' })));",
  },
  {
    name: '@arch/database',
    clients: ['rds', 'rds-data', 'ec2'].map(client),
    program: "import { describeDbInstance } from '@arch/database'; console.log(await describeDbInstance('orders'));",
    sdkProgram:
      "import { RDSClient, DescribeDBInstancesCommand } from '@aws-sdk/client-rds'; console.log(await new RDSClient({}).send(new DescribeDBInstancesCommand({})));",
  },
  {
    name: '@arch/analytics',
    clients: ['redshift', 'redshift-data', 'redshift-serverless', 'emr', 'emr-serverless'].map(client),
    program:
      "import { query } from '@arch/analytics'; console.log(await query({ sql: 'select 1', workgroupName: 'reports', database: 'dev' }).toArray());",
    sdkProgram:
      "import { RedshiftDataClient, ExecuteStatementCommand } from '@aws-sdk/client-redshift-data'; console.log(await new RedshiftDataClient({}).send(new ExecuteStatementCommand({ Sql: 'select 1', Database: 'dev' })));",
  },
  {
    name: '@arch/ml',
    clients: ['lambda', 'sagemaker', 'sagemaker-runtime', 'rekognition'].map(client),
    program: "import { invokeFunction } from '@arch/ml'; console.log(await invokeFunction('resize'));",
    sdkProgram:
      "import { LambdaClient, InvokeCommand } from '@aws-sdk/client-lambda'; console.log(await new LambdaClient({}).send(new InvokeCommand({ FunctionName: 'resize' })));",
  },
  {
    name: '@arch/integration',
    clients: ['eventbridge', 'sqs', 'sns', 'apigatewayv2', 'lambda'].map(client),
    program:
      "import { sendMessage } from '@arch/integration'; console.log(await sendMessage({ queueUrl: 'https://sqs.eu-west-1.amazonaws.com/123456789012/orders', body: 'x' }));",
    sdkProgram:
      "import { SQSClient, SendMessageCommand } from '@aws-sdk/client-sqs'; console.log(await new SQSClient({}).send(new SendMessageCommand({ QueueUrl: 'q', MessageBody: 'x' })));",
  },
];
