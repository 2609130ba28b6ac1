/** Names of the public parameters of Systems Manager that contain the ID of the newest image, by architecture. */
export interface PublicImage {
  /** The parameter for `x86_64`. */
  readonly x86_64: string;
  /** The parameter for `arm64`. Absent for Windows. */
  readonly arm64?: string;
}

const amazon = (name: string): PublicImage => ({
  x86_64: `/aws/service/ami-amazon-linux-latest/${name}-x86_64`,
  arm64: `/aws/service/ami-amazon-linux-latest/${name}-arm64`,
});
const ubuntu = (version: string, volume: string): PublicImage => ({
  x86_64: `/aws/service/canonical/ubuntu/server/${version}/stable/current/amd64/hvm/${volume}/ami-id`,
  arm64: `/aws/service/canonical/ubuntu/server/${version}/stable/current/arm64/hvm/${volume}/ami-id`,
});
const windows = (name: string): PublicImage => ({ x86_64: `/aws/service/ami-windows-latest/${name}` });

/** The operating systems whose newest image can be found by name. */
export const operatingSystems = [
  'amazon-linux-2',
  'amazon-linux-2023',
  'amazon-linux-2023-minimal',
  'ubuntu-22.04',
  'ubuntu-24.04',
  'windows-server-2019',
  'windows-server-2022',
  'windows-server-2022-core',
  'windows-server-2025',
] as const;

/** An operating system whose newest image AWS or Canonical publishes. */
export type OperatingSystem = (typeof operatingSystems)[number];

/**
 * The public parameters of each operating system.
 * https://docs.aws.amazon.com/systems-manager/latest/userguide/parameter-store-public-parameters-ami.html
 * and https://documentation.ubuntu.com/aws/aws-how-to/instances/find-ubuntu-images/
 */
export const publicImages: Readonly<Record<OperatingSystem, PublicImage>> = {
  'amazon-linux-2': amazon('amzn2-ami-kernel-5.10-hvm'),
  'amazon-linux-2023': amazon('al2023-ami-kernel-default'),
  'amazon-linux-2023-minimal': amazon('al2023-ami-minimal-kernel-default'),
  'ubuntu-22.04': ubuntu('22.04', 'ebs-gp2'),
  'ubuntu-24.04': ubuntu('24.04', 'ebs-gp3'),
  'windows-server-2019': windows('Windows_Server-2019-English-Full-Base'),
  'windows-server-2022': windows('Windows_Server-2022-English-Full-Base'),
  'windows-server-2022-core': windows('Windows_Server-2022-English-Core-Base'),
  'windows-server-2025': windows('Windows_Server-2025-English-Full-Base'),
};
