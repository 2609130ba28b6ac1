// Runs the SQL façade in a separate process, started by `start-sql-server.ts`. A parent that waits for a child could not serve the child's SQL.
import { startSqlFacade } from './sql/start-sql-facade.js';

const port = Number(process.argv[2] ?? 0);
const { AWS_ACCESS_KEY_ID: accessKeyId = '', AWS_SECRET_ACCESS_KEY: secretAccessKey = '' } = process.env;
let stsEndpoint: string | undefined;
try {
  const facade = await startSqlFacade({
    port,
    accessKey: { accessKeyId, secretAccessKey },
    stsEndpoint: () => stsEndpoint,
  });
  process.on('message', (message: { readonly stsEndpoint?: string }) => {
    if (message.stsEndpoint !== undefined) stsEndpoint = message.stsEndpoint;
    else void facade.reset().then(() => process.send?.({ reset: true }));
  });
  // The parent has ended.
  process.on('disconnect', () => process.exit());
  process.send?.({ port: facade.port });
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exit(1);
}
