import { describeJsonResponses } from '@arch/contract';
import { readExactly } from '@arch/core/builder';
import * as apiGateway from '@aws-sdk/client-apigatewayv2';
import * as ebs from '@aws-sdk/client-ebs';
import * as emr from '@aws-sdk/client-emr';
import * as emrServerless from '@aws-sdk/client-emr-serverless';
import * as eventBridge from '@aws-sdk/client-eventbridge';
import * as glacier from '@aws-sdk/client-glacier';
import * as lambda from '@aws-sdk/client-lambda';
import * as rdsData from '@aws-sdk/client-rds-data';
import * as redshiftData from '@aws-sdk/client-redshift-data';
import * as redshiftServerless from '@aws-sdk/client-redshift-serverless';
import * as rekognition from '@aws-sdk/client-rekognition';
import * as sageMaker from '@aws-sdk/client-sagemaker';
import * as sageMakerRuntime from '@aws-sdk/client-sagemaker-runtime';
import * as sqs from '@aws-sdk/client-sqs';
import * as ssm from '@aws-sdk/client-ssm';

import { exactFields } from './rds-data/index.js';

// As the functions of the layers do before their first request: the SDK keeps a schema once it has read it, also for the tests after this one.
exactFields();
readExactly(redshiftData.Field$, 'longValue');

describeJsonResponses({
  apiGateway,
  ebs,
  emr,
  emrServerless,
  eventBridge,
  glacier,
  lambda,
  rdsData,
  redshiftData,
  redshiftServerless,
  rekognition,
  sageMaker,
  sageMakerRuntime,
  sqs,
  ssm,
});
