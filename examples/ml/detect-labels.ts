// Detects what a picture shows, above a floor of confidence. Makes: nothing; AWS bills the picture. The local AWS answers the same for every picture.
import { detectLabels } from '@arch/ml';

const [, , file] = process.argv;
// A picture of your own by its path; without one, the first bytes of an empty PNG.
const image = file?.endsWith('.png') || file?.endsWith('.jpg') ? file : new Uint8Array([0x89, 0x50, 0x4e, 0x47]);

for (const { name, confidence, parents } of await detectLabels({ image, minConfidence: 80 })) {
  console.log(`${name} ${confidence.toFixed(1)} %`, parents.join(' < '));
}
