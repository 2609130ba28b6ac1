import type { Emulator } from './emulator.js';

/** moto's account; MiniStack is told to use the same, or an ARN of one would be a stranger's to the other. */
const accountId = '123456789012';

/**
 * Who serves what. One more emulator is one more row here and one more line in `requirements/emulators.in`.
 * Services without a row go to the first emulator, so that no request leaves the machine.
 */
export const emulators: readonly Emulator[] = [
  {
    name: 'moto',
    entryPoint: 'guarded_moto:main',
    arguments: (port) => ['--host', '127.0.0.1', '--port', String(port)],
    environment: (port) => ({ MOTO_PORT: String(port), MOTO_DISABLE_GLOBAL_CORS: 'true' }),
    readyPath: '/moto-api/data.json',
    resetPath: '/moto-api/reset',
    services: [
      'EC2',
      'AUTO_SCALING',
      'ELASTIC_LOAD_BALANCING_V2',
      'EBS',
      'GLACIER',
      'RDS',
      'REDSHIFT',
      'EMR',
      'EMR_SERVERLESS',
      'SAGEMAKER',
      'SAGEMAKER_RUNTIME',
      'REKOGNITION',
      'CLOUDFORMATION',
      'SSM',
      // Passwords that RDS manages are secrets here.
      'SECRETS_MANAGER',
    ],
  },
  {
    name: 'ministack',
    entryPoint: 'guarded_ministack:main',
    arguments: () => [],
    environment: (port) => ({
      BIND_HOST: '127.0.0.1',
      GATEWAY_PORT: String(port),
      MINISTACK_ACCOUNT_ID: accountId,
      // These two would listen on all interfaces.
      IOT_MTLS_ENABLED: '0',
      SFTP_ENABLED: '0',
      // No containers, not even where there is a Docker: ECS would start some, which may outlive it.
      DOCKER_HOST: 'unix:///none',
      // What it wraps a Lambda function in would warn of this in the function's log.
      NODE_OPTIONS: '--disable-warning=DEP0169',
    }),
    readyPath: '/_ministack/health',
    resetPath: '/_ministack/reset',
    services: [
      'S3',
      'SQS',
      'SNS',
      'EVENTBRIDGE',
      'LAMBDA',
      'APIGATEWAYV2',
      'API_GATEWAY',
      'IAM',
      'STS',
      'CLOUDWATCH',
      'CLOUDWATCH_LOGS',
      'ECS',
    ],
  },
];
