import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { Socket } from 'node:net';
import type { AccessKey } from '../guard/access-key.js';
import { checkRequest } from './responses/check-request.js';
import { secretOf } from './responses/secret-of.js';
import { LocalAwsError } from '../local-aws-error.js';
import { handleRequest, type Route } from './responses/handle-request.js';
import { databases } from './postgres/databases.js';
import { rdsData } from './rds-data/rds-data.js';
import type { RdsTransactionsOptions } from './rds-data/rds-transactions.js';
import { redshiftData } from './redshift-data/redshift-data.js';
import { redshiftServerless } from './redshift-serverless/redshift-serverless.js';
import type { RedshiftStatementsOptions } from './redshift-data/redshift-statements.js';

export interface StartSqlFacadeOptions {
  /** The access key with which requests must be signed. */
  readonly accessKey: AccessKey;
  /** Returns the endpoint of STS, from which the façade gets the secrets of access keys that STS and IAM have created. */
  readonly stsEndpoint?: (() => string | undefined) | undefined;
  /** The port of 127.0.0.1. Default: a free port. */
  readonly port?: number | undefined;
  /** For tests. */
  readonly rds?: RdsTransactionsOptions | undefined;
  /** For tests. */
  readonly redshift?: RedshiftStatementsOptions | undefined;
}

/** A running server of AWS's SQL APIs. It does not keep this process alive. */
export interface RunningFacade extends AsyncDisposable {
  /** The URL of all its services, e.g. `http://127.0.0.1:43123`. */
  readonly endpoint: string;
  readonly port: number;
  /** Deletes all databases, transactions, statements, namespaces and workgroups. */
  reset(): Promise<void>;
  /** Stops the server. Further calls have no effect. */
  stop(): Promise<void>;
}

/** The IDs of the services, in the form of `AWS_ENDPOINT_URL_<SERVICE>`. */
export const sqlServices: readonly string[] = ['RDS_DATA', 'REDSHIFT_DATA', 'REDSHIFT_SERVERLESS'];

/** The maximum time that a call waits for an open transaction, in milliseconds. AWS ends a call after 45 s, and many callers end it sooner. */
const connectTimeoutMs = 20_000;

/** Longer than clients keep an unused connection (Go's HTTP client: 90 s), so that the client closes it and no request is lost. */
const keepAliveMs = 120_000;

/**
 * Starts a server with the RDS Data API, the Redshift Data API, and a stand-in for Redshift Serverless. SQL runs on PGlite, which is loaded at
 * the first statement.
 */
export async function startSqlFacade(options: StartSqlFacadeOptions): Promise<RunningFacade> {
  const { accessKey, stsEndpoint = () => undefined } = options;
  const services = sqlApis(options);
  const secrets = { secretOf: (...key: readonly [string, string]) => secretOf(key, accessKey, stsEndpoint()) };
  const server = createServer((request, response) => {
    void handleRequest(request, response, {
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
    throw new LocalAwsError(
      `Port ${port} of 127.0.0.1 cannot be used: choose another port, or omit it to use a free port.`,
      { cause: error },
    );
  }
  const address = server.address();
  if (address === null || typeof address === 'string') throw new TypeError('A TCP server has a port.');
  return address.port;
}
