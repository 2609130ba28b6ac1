import type { LayerSamples } from '../../../../tools/contract/layer.js';

const clusterId = 'j-3SD91U2E1L2QX';
const stepId = 's-3LZC0QUT43AM';
const CreationDateTime = '2026-11-01T10:00:00Z';

/** One good input per function, one good answer per AWS operation. */
export const jobsSamples: LayerSamples = {
  inputs: {
    addStep: { clusterId, name: 'sales', sparkSubmit: { entryPoint: 's3://jobs/sales.py' } },
    cancelStep: { clusterId, stepId },
    describeEmrCluster: clusterId,
    describeStep: { clusterId, stepId },
    listEmrClusters: { state: 'WAITING' },
    listSteps: { clusterId, state: ['FAILED'] },
    runJobFlow: {
      name: 'nightly',
      releaseLabel: 'emr-7.9.0',
      applications: ['Spark'],
      instances: { instanceType: 'm5.xlarge', instanceCount: 3 },
      keepAlive: true,
      tags: { team: 'data' },
    },
    setEmrTerminationProtection: { clusterId, terminationProtected: false },
    terminateEmrCluster: clusterId,
    waitForEmrCluster: { clusterId, state: 'running' },
    waitForStep: { clusterId, stepId, state: 'completed' },
  },
  answers: {
    AddJobFlowSteps: { StepIds: [stepId] },
    CancelSteps: { CancelStepsInfoList: [{ StepId: stepId, Status: 'SUBMITTED' }] },
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
    ListClusters: {
      Clusters: [{ Id: clusterId, Name: 'nightly', Status: { State: 'WAITING', Timeline: { CreationDateTime } } }],
    },
    ListSteps: {
      Steps: [{ Id: stepId, Name: 'sales', Status: { State: 'COMPLETED', Timeline: { CreationDateTime } } }],
    },
    RunJobFlow: {
      JobFlowId: clusterId,
      ClusterArn: `arn:aws:elasticmapreduce:eu-west-1:123456789012:cluster/${clusterId}`,
    },
    SetTerminationProtection: {},
    TerminateJobFlows: {},
  },
};
