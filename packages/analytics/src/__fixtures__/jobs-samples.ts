import type { LayerSamples } from '@arch/contract';

const clusterId = 'j-3SD91U2E1L2QX';
const stepId = 's-3LZC0QUT43AM';
const applicationId = '00f1r2vk4e9g0a09';
const jobRunId = '00f1r3j5k2m8s00b';
const executionRoleArn = 'arn:aws:iam::123456789012:role/spark-jobs';
const application = {
  arn: `arn:aws:emr-serverless:eu-west-1:123456789012:/applications/${applicationId}`,
  state: 'STOPPED',
  type: 'Spark',
  releaseLabel: 'emr-7.9.0',
  createdAt: 1_793_527_200,
  updatedAt: 1_793_527_200,
};
const jobRun = {
  applicationId,
  arn: `${application.arn}/jobruns/${jobRunId}`,
  state: 'SUCCESS',
  stateDetails: '',
  createdBy: 'arn:aws:iam::123456789012:user/me',
  executionRole: executionRoleArn,
  releaseLabel: 'emr-7.9.0',
  createdAt: 1_793_527_200,
  updatedAt: 1_793_527_200,
};
const CreationDateTime = '2026-11-01T10:00:00Z';

/** One valid input per function, one valid response per AWS operation. */
export const jobsSamples: LayerSamples = {
  inputs: {
    addStep: { clusterId, name: 'sales', sparkSubmit: { entryPoint: 's3://jobs/sales.py' } },
    cancelJobRun: { applicationId, jobRunId },
    cancelStep: { clusterId, stepId },
    createEmrServerlessApplication: {
      name: 'jobs',
      releaseLabel: 'emr-7.9.0',
      maximumCapacity: { vCpus: 32, memoryGB: 256 },
    },
    deleteEmrServerlessApplication: applicationId,
    describeEmrCluster: clusterId,
    describeEmrServerlessApplication: applicationId,
    describeJobRun: { applicationId, jobRunId },
    describeStep: { clusterId, stepId },
    listEmrClusters: { state: 'WAITING' },
    listEmrServerlessApplications: { state: 'STARTED' },
    listJobRuns: { applicationId, state: ['FAILED'] },
    listSteps: { clusterId, state: ['FAILED'] },
    runJobFlow: {
      name: 'nightly',
      releaseLabel: 'emr-7.9.0',
      applications: ['Spark'],
      instances: { instanceType: 'm5.xlarge', instanceCount: 3 },
      keepAlive: true,
      tags: { team: 'data' },
    },
    runSparkJob: { applicationId, executionRoleArn, entryPoint: 's3://jobs/sales.py' },
    setEmrTerminationProtection: { clusterId, terminationProtected: false },
    startEmrServerlessApplication: applicationId,
    stopEmrServerlessApplication: applicationId,
    terminateEmrCluster: clusterId,
    waitForEmrCluster: { clusterId, state: 'running' },
    waitForEmrServerlessApplication: { applicationId, state: 'stopped' },
    waitForJobRun: { applicationId, jobRunId, state: 'success' },
    waitForStep: { clusterId, stepId, state: 'completed' },
  },
  answers: {
    AddJobFlowSteps: { StepIds: [stepId] },
    CancelJobRun: { applicationId, jobRunId },
    CancelSteps: { CancelStepsInfoList: [{ StepId: stepId, Status: 'SUBMITTED' }] },
    CreateApplication: { applicationId, name: 'jobs', arn: application.arn },
    DeleteApplication: {},
    DescribeCluster: {
      Cluster: {
        Id: clusterId,
        Name: 'nightly',
        Status: { State: 'WAITING', StateChangeReason: { Message: 'Cluster ready.' }, Timeline: { CreationDateTime } },
        Applications: [{ Name: 'Spark', Version: '3.5.5' }],
        AutoTerminate: false,
      },
    },
    DescribeStep: {
      Step: { Id: stepId, Name: 'sales', Status: { State: 'COMPLETED', Timeline: { CreationDateTime } } },
    },
    GetApplication: { application: { ...application, applicationId } },
    GetJobRun: {
      jobRun: { ...jobRun, jobRunId, jobDriver: { sparkSubmit: { entryPoint: 's3://jobs/sales.py' } } },
    },
    ListApplications: { applications: [{ ...application, id: applicationId }] },
    ListClusters: {
      Clusters: [{ Id: clusterId, Name: 'nightly', Status: { State: 'WAITING', Timeline: { CreationDateTime } } }],
    },
    ListJobRuns: { jobRuns: [{ ...jobRun, id: jobRunId }] },
    ListSteps: {
      Steps: [{ Id: stepId, Name: 'sales', Status: { State: 'COMPLETED', Timeline: { CreationDateTime } } }],
    },
    RunJobFlow: {
      JobFlowId: clusterId,
      ClusterArn: `arn:aws:elasticmapreduce:eu-west-1:123456789012:cluster/${clusterId}`,
    },
    SetTerminationProtection: {},
    StartApplication: {},
    StartJobRun: { applicationId, jobRunId, arn: jobRun.arn },
    StopApplication: {},
    TerminateJobFlows: {},
  },
  withoutDocument: ['DeleteApplication', 'StartApplication', 'StopApplication'],
};
