// Runs a Spark program on EMR Serverless and prints the billed vCPU hours. Creates: an EMR Serverless application, deleted at the end.
import {
  createEmrServerlessApplication,
  deleteEmrServerlessApplication,
  runSparkJob,
  stopEmrServerlessApplication,
} from '@arch/analytics';

const { SPARK_JOB_ROLE: executionRoleArn = 'arn:aws:iam::123456789012:role/spark-jobs' } = process.env;
const maximumCapacity = { vCpus: 16, memoryGB: 128 };
const application = await createEmrServerlessApplication(
  { releaseLabel: 'emr-7.9.0', maximumCapacity },
  { wait: true },
);
try {
  const { applicationId } = application;
  const program = { entryPoint: 's3://jobs/sales.py', arguments: ['2026-11'], conf: { 'spark.executor.memory': '4g' } };
  // If the job fails, the wait throws an error with AWS's reason.
  const job = await runSparkJob({ applicationId, executionRoleArn, ...program }, { wait: true });
  console.log(job.jobRunId, job.state, job.billedVCpuHours ?? 0, 'vCPU hours');
} finally {
  await stopEmrServerlessApplication(application, { wait: true });
  await deleteEmrServerlessApplication(application, { wait: true });
}
