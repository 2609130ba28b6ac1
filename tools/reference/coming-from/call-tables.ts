import type { LinkTo } from '../code.ts';
import { boto3Method, cliCommand } from './aws-names.ts';
import { serviceCalls, type ServiceCalls } from './calls.ts';

type Source = 'sdk' | 'boto3' | 'cli';

/** How the call of an operation begins for those who come from elsewhere. */
const oldNames: Readonly<Record<Source, (service: ServiceCalls, operation: string) => string>> = {
  sdk: (_, operation) => `${operation}Command`,
  boto3: ({ service }, operation) => `${service.replaceAll('-', '_')}.${boto3Method(operation)}`,
  cli: ({ service, cli = service, cliCommands }, operation) =>
    `aws ${cli} ${cliCommands?.[operation] ?? cliCommand(operation)}`,
};

const heads: Readonly<Record<Source, (service: ServiceCalls) => string>> = {
  sdk: ({ client }) => `\`${client}\``,
  boto3: ({ service }) => `\`boto3.client('${service}')\``,
  cli: ({ service, cli = service }) => `\`aws ${cli}\``,
};

/** Tables old → new, one per service, for the pages “coming from”. */
export const callTables = (source: string, linksOf: (folder: string) => LinkTo): string => {
  if (!(source in oldNames))
    throw new Error(`there are no calls of ${source}, only of ${Object.keys(oldNames).join(', ')}`);
  const from = source as Source;
  return serviceCalls
    .map((service) =>
      [
        `### ${service.title}`,
        `From ${heads[from](service)} to \`@arch/${service.folder}\`:`,
        [
          '| old | new |',
          '|---|---|',
          ...Object.entries(service.calls).map(([operation, names]) => {
            const links = names.map((name) => `[\`${name}\`](${linksOf(service.folder)(name)})`);
            return `| \`${oldNames[from](service, operation)}\` | ${links.join(', ')} |`;
          }),
        ].join('\n'),
      ].join('\n\n'),
    )
    .join('\n\n');
};
