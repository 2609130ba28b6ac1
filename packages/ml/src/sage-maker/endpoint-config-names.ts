/** A name has at most 63 characters, and the suffix has 13. */
const prefixOf = (endpointName: string): string => endpointName.slice(0, 50);

/** Returns a new name for a configuration of an endpoint. A configuration cannot be changed, so each deployment has its own. */
export const newConfigName = (endpointName: string): string =>
  `${prefixOf(endpointName)}-${crypto.randomUUID().replaceAll('-', '').slice(0, 12)}`;

/** Whether a configuration of an endpoint has a name from {@link newConfigName}. */
export const isConfigOfDeployment = (endpointName: string, configName: string): boolean =>
  configName.slice(0, -13) === prefixOf(endpointName) && /-[0-9a-f]{12}$/.test(configName);
