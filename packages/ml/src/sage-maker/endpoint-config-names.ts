/** A name has at most 63 characters, of which the suffix takes 13. */
const beginningOf = (endpointName: string): string => endpointName.slice(0, 50);

/** A new name for a configuration of an endpoint. A configuration cannot be changed: each deployment has its own. */
export const newConfigName = (endpointName: string): string =>
  `${beginningOf(endpointName)}-${crypto.randomUUID().replaceAll('-', '').slice(0, 12)}`;

/** Whether a configuration of an endpoint has a name that {@link newConfigName} gives. */
export const isConfigOfDeployment = (endpointName: string, configName: string): boolean =>
  configName.slice(0, -13) === beginningOf(endpointName) && /-[0-9a-f]{12}$/.test(configName);
