// The SQL façade as a process of its own: a parent that waits for a child's SQL could not answer it. Started by `start-sql-server.ts`.
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
  // The parent is gone, however it ended.
  process.on('disconnect', () => process.exit());
  process.send?.({ port: facade.port });
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exit(1);
}
