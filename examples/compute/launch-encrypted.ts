// Launches a web server on an encrypted 20 GiB volume, and terminates it. Creates: one t3.micro instance, terminated at the end.
import { runInstance, terminateInstance } from '@arch/compute';

const instance = await runInstance(
  {
    image: { os: 'amazon-linux-2023' },
    instanceType: 't3.micro',
    volumes: [{ sizeGiB: 20, volumeType: 'gp3' }],
    userData: '#!/bin/bash\ndnf install -y nginx && systemctl enable --now nginx\n',
    tags: { Name: 'example-web' },
  },
  { wait: { onProgress: ({ state, elapsedMs }) => console.log(`${state} after ${Math.round(elapsedMs / 1_000)} s`) } },
);

console.log(instance.instanceId, instance.state, 'metadata tokens:', instance.metadataOptions?.httpTokens);
await terminateInstance(instance, { wait: true });
