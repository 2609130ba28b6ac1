// Data analytics: sales are stored in Redshift, a Lambda function sums them up, and a SageMaker endpoint makes a forecast. Creates: a table, a function, a model and an endpoint, deleted at the end. The forecasts of the local AWS are always `body`.
import { fileURLToPath } from 'node:url';

import { redshiftDatabase } from '@arch/analytics';
import {
  createFunction,
  createModel,
  deleteEndpoint,
  deleteFunction,
  deleteModel,
  deployModel,
  invokeFunction,
  predict,
} from '@arch/ml';
import * as z from 'zod/mini';

// On AWS, these are a workgroup, a role for the function (Redshift Data API, logs), a role for the model, an image that returns CSV, and a trained model.
const {
  REDSHIFT_WORKGROUP: workgroupName = 'reports',
  REDSHIFT_DATABASE: database = 'dev',
  FUNCTION_ROLE: role = 'arn:aws:iam::123456789012:role/function',
  SAGEMAKER_ROLE: executionRoleArn = 'arn:aws:iam::123456789012:role/sagemaker',
  FORECAST_IMAGE: image = '123456789012.dkr.ecr.us-east-1.amazonaws.com/forecast:1',
  FORECAST_MODEL: modelDataUrl = 's3://models/forecast.tar.gz',
} = process.env;
const name = `sales-${Date.now()}`;

/** Deletes the created resources, the last one first. */
const undo: (() => Promise<unknown>)[] = [];

/** Writes the sales of two months. */
const writeSales = async (): Promise<void> => {
  const { executeStatement } = redshiftDatabase({ workgroupName, database });
  await executeStatement('create table sales (shop int, day date, pieces int, price numeric(10, 2)) sortkey(day)');
  undo.unshift(() => executeStatement('drop table sales'));
  const october = "(7, '2026-10-30', 9, 2.00), (8, '2026-10-31', 1, 9.00)";
  const november = "(7, '2026-11-01', 3, 1.50), (8, '2026-11-01', 1, 9.00), (8, '2026-11-02', 2, 9.50)";
  await executeStatement(`insert into sales values ${october}, ${november}`);
};

/** Invokes a function that reads the sales of each shop in November from Redshift. */
const sumUpSales = async (): Promise<{ shop: number; pieces: number; revenue: number }[]> => {
  const code = { file: fileURLToPath(new URL('../functions/sales.ts', import.meta.url)) };
  const environment = { WORKGROUP: workgroupName, DATABASE: database };
  // The first query of an idle workgroup takes longer.
  const settings = { timeoutSeconds: 60, memoryMiB: 512, environment };
  await createFunction({ functionName: name, role, code, ...settings }, { wait: true });
  undo.unshift(() => deleteFunction(name));
  const schema = z.array(z.object({ shop: z.number(), pieces: z.number(), revenue: z.number() }));
  const november = { first: '2026-11-01', next: '2026-12-01' };
  return (await invokeFunction({ functionName: name, payload: november, schema })).payload;
};

/** Requests a forecast from a model, with one line per shop. */
const forecast = async (lines: readonly string[]): Promise<string> => {
  await createModel({ modelName: name, executionRoleArn, image, modelDataUrl });
  undo.unshift(() => deleteModel(name));
  await deployModel({ endpointName: name, modelName: name, instanceType: 'ml.m5.large' }, { wait: true });
  undo.unshift(() => deleteEndpoint(name, { wait: true }));
  const csv = { contentType: 'text/csv', accept: 'text/csv' };
  const { payload } = await predict({ endpointName: name, payload: lines.join('\n'), ...csv });
  return payload instanceof Uint8Array ? Buffer.from(payload).toString() : String(payload);
};

try {
  await writeSales();
  const sales = await sumUpSales();
  for (const { shop, pieces, revenue } of sales) console.log(`shop ${shop}: ${pieces} pieces, ${revenue}`);
  console.log('next month:', await forecast(sales.map(({ pieces, revenue }) => `${pieces},${revenue}`)));
} finally {
  for (const remove of undo) await remove().catch((error: unknown) => console.error('not deleted:', String(error)));
}
