import { InvalidInputError } from '../errors/invalid-input-error.js';

/** Returns the region from the environment or the profile. */
export const defaultRegion = async (profile: string | undefined): Promise<string> => {
  const { AWS_REGION, AWS_DEFAULT_REGION, AWS_PROFILE } = process.env;
  const fromEnvironment = AWS_REGION || AWS_DEFAULT_REGION;
  if (fromEnvironment && profile === undefined) return fromEnvironment;
  const name = profile ?? AWS_PROFILE ?? 'default';
  const { loadSharedConfigFiles } = await import('./load-shared-config-files.js');
  const { configFile, credentialsFile } = await loadSharedConfigFiles();
  const region = configFile[name]?.['region'] ?? credentialsFile[name]?.['region'] ?? fromEnvironment;
  if (region) return region;
  throw new InvalidInputError(
    `No region is set. Set AWS_REGION, set a region for profile ${name} in ~/.aws/config, or pass { region: 'eu-west-1' }.`,
  );
};
