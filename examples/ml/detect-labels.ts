// Detects labels in an image, with a minimum confidence. Creates: nothing; AWS bills each image. The local AWS returns the same labels for every image.
import { detectLabels } from '@arch/ml';

const [, , file] = process.argv;
// The path of an image. Without a path, the first bytes of an empty PNG.
const image = file?.endsWith('.png') || file?.endsWith('.jpg') ? file : new Uint8Array([0x89, 0x50, 0x4e, 0x47]);

for (const { name, confidence, parents } of await detectLabels({ image, minConfidence: 80 })) {
  console.log(`${name} ${confidence.toFixed(1)} %`, parents.join(' < '));
}
