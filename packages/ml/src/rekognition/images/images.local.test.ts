import { describe, expect, it } from 'vitest';

import { compareFaces, detectLabels, detectText } from './index.js';

const image = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

// The local AWS returns the same response for every image. It does not support DetectFaces and DetectModerationLabels.
describe('on the local AWS, an image', () => {
  it("has labels, text and faces in AWS's form", async () => {
    const [label] = await detectLabels({ image, minConfidence: 50 });
    expect(label?.name).toBeTruthy();
    expect(label?.confidence).toBeGreaterThan(50);
    const [text] = await detectText({ image });
    expect(text?.detectedText).toBeTruthy();
    const { faceMatches } = await compareFaces({ sourceImage: image, targetImage: image });
    expect(faceMatches[0]?.similarity).toBeGreaterThan(0);
  });
});
