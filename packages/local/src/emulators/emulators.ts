import { accountId } from '../account-id.js';
import type { Emulator } from './emulator.js';

/**
 * The emulators and their services. To add an emulator, add an element here and a line in `requirements/emulators.in`. The first emulator
 * receives the requests to all other services, so that no request leaves the machine.
 */
export const emulators: readonly Emulator[] = [
  {
    name: 'moto',
    entryPoint: 'guarded_moto:main',
    arguments: (port) => ['--host', '127.0.0.1', '--port', String(port)],
    environment: (port) => ({ MOTO_PORT: String(port), MOTO_DISABLE_GLOBAL_CORS: 'true' }),
    readyPath: '/moto-api/data.json',
    reset: '/moto-api/reset',
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
      // moto stores passwords that RDS manages as secrets.
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
      // These two servers would listen on all interfaces.
      IOT_MTLS_ENABLED: '0',
      SFTP_ENABLED: '0',
      // Prevents containers: ECS would start containers in Docker, which could run longer than the emulator.
      DOCKER_HOST: 'unix:///none',
      // MiniStack's wrapper of Lambda functions would write this warning to the log of the function.
      NODE_OPTIONS: '--disable-warning=DEP0169',
    }),
    readyPath: '/_ministack/health',
    reset: '/_ministack/reset',
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
