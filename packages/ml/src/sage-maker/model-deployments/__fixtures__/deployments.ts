import { type Answer, awsError, fakeAws, type FakeAws } from '@arch/core/testing';

export const old = 'churn-1f0c2a9b7d3e';
const created = { CreationTime: 1_793_520_000 };
export const absent: Answer = awsError(
  'ValidationException',
  'Could not find endpoint "arn:aws:sagemaker:eu-west-1:1:endpoint/churn".',
);
export const arn = 'arn:aws:sagemaker:eu-west-1:123456789012:endpoint/churn';
export const deployment = { endpointName: 'churn', modelName: 'churn-7', instanceType: 'ml.m5.large' } as const;

/** The name of the configuration that the deployment has created. */
export const madeBy = (aws: FakeAws): string =>
  String(aws.requests.find(({ operation }) => operation === 'CreateEndpointConfig')?.input['EndpointConfigName']);
export const endpoint = (EndpointStatus: string, EndpointConfigName: string, more: object = {}): object => ({
  EndpointName: 'churn',
  EndpointArn: arn,
  EndpointStatus,
  EndpointConfigName,
  ...created,
  LastModifiedTime: 1_793_520_600,
  ...more,
});
export const sent = (aws: FakeAws): readonly string[] => aws.requests.map(({ operation }) => operation);

/** A fake SageMaker with the model. It returns the given responses of `DescribeEndpoint` in their order. */
export const sageMaker = (...endpoints: readonly (Answer | ((config: string) => object))[]): FakeAws => {
  const aws = fakeAws({
    answers: {
      DescribeModel: { ModelName: 'churn-7', ModelArn: 'arn:aws:sagemaker:eu-west-1:1:model/churn-7', ...created },
      CreateEndpointConfig: { EndpointConfigArn: 'arn:aws:sagemaker:eu-west-1:1:endpoint-config/new' },
      DescribeEndpointConfig: ({ EndpointConfigName }) => ({
        EndpointConfigName,
        EndpointConfigArn: 'arn:aws:sagemaker:eu-west-1:1:endpoint-config/new',
        ProductionVariants: [],
        ...created,
      }),
      CreateEndpoint: { EndpointArn: arn },
      UpdateEndpoint: { EndpointArn: arn },
      DeleteEndpoint: {},
      DeleteEndpointConfig: {},
    },
  });
  for (const described of endpoints)
    aws.once(
      'DescribeEndpoint',
      typeof described === 'function' ? () => (described as (config: string) => object)(madeBy(aws)) : described,
    );
  return aws;
};
