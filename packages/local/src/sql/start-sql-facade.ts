import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { Socket } from 'node:net';
import type { AccessKey } from '../guard/access-key.js';
import { checkRequest } from './answers/check-request.js';
import { secretOf } from './answers/secret-of.js';
import { LocalAwsError } from '../local-aws-error.js';
import { answerRequest, type Route } from './answers/answer-request.js';
import { databases } from './postgres/databases.js';
import { rdsData } from './rds-data/rds-data.js';
import type { RdsTransactionsOptions } from './rds-data/rds-transactions.js';
import { redshiftData } from './redshift-data/redshift-data.js';
import { redshiftServerless } from './redshift-serverless/redshift-serverless.js';
import type { RedshiftStatementsOptions } from './redshift-data/redshift-statements.js';

export interface StartSqlFacadeOptions {
  /** Only requests that are signed with it are answered. */
  readonly accessKey: AccessKey;
  /** Where the keys are known that STS and IAM hand out, once it is. */
  readonly stsEndpoint?: (() => string | undefined) | undefined;
  /** Port of 127.0.0.1. Default: any free one. */
  readonly port?: number | undefined;
  /** For tests. */
  readonly rds?: RdsTransactionsOptions | undefined;
  /** For tests. */
  readonly redshift?: RedshiftStatementsOptions | undefined;
}

/** Answers for AWS's SQL APIs. It does not keep this process alive. */
export interface RunningFacade extends AsyncDisposable {
  /** For all services that it serves: `http://127.0.0.1:43123`. */
  readonly endpoint: string;
  readonly port: number;
  /** Forgets all databases, transactions, statements, namespaces and workgroups. */
  reset(): Promise<void>;
  /** Calling it again does no harm. */
  stop(): Promise<void>;
}

/** Services by their IDs as they stand in `AWS_ENDPOINT_URL_<SERVICE>`. */
export const sqlServices: readonly string[] = ['RDS_DATA', 'REDSHIFT_DATA', 'REDSHIFT_SERVERLESS'];

/** How long an open transaction may keep others waiting; AWS ends a call after 45 s, the SDK's callers often sooner. */
const connectTimeoutMs = 20_000;

/** Longer than clients keep an unused connection, of which Go's HTTP client has the longest with 90 s: who closes first must not be the server. */
const keepAliveMs = 120_000;

/**
 * Starts a server that speaks the protocols of the RDS Data API and the Redshift Data API and runs their SQL on PGlite, which
 * is loaded when the first SQL comes; and a stand-in for Redshift Serverless.
 */
export async function startSqlFacade(options: StartSqlFacadeOptions): Promise<RunningFacade> {
  const { accessKey, stsEndpoint = () => undefined } = options;
  const services = sqlApis(options);
  const secrets = { secretOf: (...key: readonly [string, string]) => secretOf(key, accessKey, stsEndpoint()) };
  const server = createServer((request, response) => {
    void answerRequest(request, response, {
      findRoute: services.findRoute,
      check: (body) => checkRequest(request, body, secrets),
    });
  });
  server.keepAliveTimeout = keepAliveMs;
  server.headersTimeout = keepAliveMs + 5_000;
  const port = await listen(server, options.port);
  const stop = async (): Promise<void> => {
    server.close();
    server.closeAllConnections();
    await services.reset();
  };
  let stopping: Promise<void> | undefined;
  const stopOnce = (): Promise<void> => (stopping ??= stop());
  const reset = services.reset;
  return { endpoint: `http://127.0.0.1:${port}`, port, reset, stop: stopOnce, [Symbol.asyncDispose]: stopOnce };
}

interface SqlApis {
  readonly findRoute: (request: IncomingMessage) => Route | undefined;
  reset(): Promise<void>;
}

function sqlApis({ rds, redshift }: StartSqlFacadeOptions): SqlApis {
  const all = databases();
  const rdsApi = rdsData(all, { timeoutMs: connectTimeoutMs, ...rds });
  const redshiftApi = redshiftData(all, redshift);
  const serverlessApi = redshiftServerless();
  const targets: Readonly<Record<string, Pick<Route, 'isStandIn'> & { readonly operations: Operations }>> = {
    RedshiftData: { operations: redshiftApi.operations, isStandIn: false },
    RedshiftServerless: { operations: serverlessApi.operations, isStandIn: true },
  };
  return {
    findRoute({ method, url = '', headers }) {
      if (method !== 'POST') return undefined;
      const [service = '', operation = ''] = String(headers['x-amz-target'] ?? '').split('.');
      const { operations, isStandIn } = targets[service] ?? { operations: rdsApi.operations, isStandIn: false };
      const name = service === '' ? (url.split('?')[0] ?? '') : operation;
      const run = Object.hasOwn(operations, name) ? operations[name] : undefined;
      return run === undefined ? undefined : { run, isStandIn };
    },
    async reset() {
      await Promise.all([rdsApi.stop(), redshiftApi.stop(), serverlessApi.stop()]);
      await all.stop();
    },
  };
}

type Operations = Readonly<Record<string, Route['run']>>;

async function listen(server: Server, port = 0): Promise<number> {
  server.unref();
  server.on('connection', (socket: Socket) => socket.unref());
  server.listen(port, '127.0.0.1');
  try {
    await once(server, 'listening');
  } catch (error) {
    throw new LocalAwsError(`Port ${port} of 127.0.0.1 cannot be used; choose another one, or none.`, { cause: error });
  }
  const address = server.address();
  if (address === null || typeof address === 'string') throw new TypeError('A TCP server has a port.');
  return address.port;
}
