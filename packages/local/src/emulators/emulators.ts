import type { Emulator } from './emulator.js';

/**
 * Who serves what. One more emulator is one more row here and one more line in `requirements/emulators.in`.
 * Services without a row go to the first emulator, so that no request leaves the machine.
 */
export const emulators: readonly Emulator[] = [
  {
    name: 'moto',
    entryPoint: 'moto.server:main',
    arguments: (port) => ['--host', '127.0.0.1', '--port', String(port)],
    environment: (port) => ({ MOTO_PORT: String(port) }),
    readyPath: '/moto-api/data.json',
    resetPath: '/moto-api/reset',
    services: [
      'EC2',
      'AUTO_SCALING',
      'ELASTIC_LOAD_BALANCING_V2',
      'S3',
      'GLACIER',
      'EBS',
      'RDS',
      'RDS_DATA',
      'REDSHIFT',
      'REDSHIFT_DATA',
      'EMR',
      'EMR_SERVERLESS',
      'LAMBDA',
      'SAGEMAKER',
      'SAGEMAKER_RUNTIME',
      'REKOGNITION',
      'EVENTBRIDGE',
      'SQS',
      'SNS',
      'APIGATEWAYV2',
      'API_GATEWAY',
      'CLOUDFORMATION',
      'IAM',
      'STS',
      'CLOUDWATCH',
      'CLOUDWATCH_LOGS',
      'SSM',
      'SECRETS_MANAGER',
      'ECS',
    ],
  },
];
