/** The processor architectures of instance types and images. */
export const architectures = ['x86_64', 'arm64', 'i386', 'x86_64_mac', 'arm64_mac'] as const;
