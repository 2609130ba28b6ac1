import { describeRestResponses } from '@arch/contract';
import * as apiGateway from '@aws-sdk/client-apigatewayv2';
import * as ebs from '@aws-sdk/client-ebs';
import * as emrServerless from '@aws-sdk/client-emr-serverless';
import * as glacier from '@aws-sdk/client-glacier';
import * as lambda from '@aws-sdk/client-lambda';
import * as rdsData from '@aws-sdk/client-rds-data';
import * as s3 from '@aws-sdk/client-s3';
import * as sageMakerRuntime from '@aws-sdk/client-sagemaker-runtime';

describeRestResponses({ apiGateway, ebs, emrServerless, glacier, lambda, rdsData, s3, sageMakerRuntime });
