import type { LayerSamples } from '@arch/contract';

const image = { bucket: 'pictures', key: 'street.jpg' };
const box = { Left: 0.1, Top: 0.2, Width: 0.3, Height: 0.4 };

/** One valid input per function, one valid response per AWS operation. */
export const visionSamples: LayerSamples = {
  inputs: {
    compareFaces: { sourceImage: image, targetImage: image },
    detectFaces: { image },
    detectLabels: { image },
    detectModerationLabels: { image },
    detectText: { image },
  },
  answers: {
    CompareFaces: {
      FaceMatches: [{ Similarity: 99, Face: { BoundingBox: box, Confidence: 100 } }],
      UnmatchedFaces: [],
    },
    DetectFaces: { FaceDetails: [{ BoundingBox: box, Confidence: 99.9 }] },
    DetectLabels: { Labels: [{ Name: 'Car', Confidence: 98.1, Instances: [], Parents: [{ Name: 'Vehicle' }] }] },
    DetectModerationLabels: { ModerationLabels: [{ Name: 'Violence', Confidence: 60, ParentName: '' }] },
    DetectText: { TextDetections: [{ DetectedText: 'STOP', Type: 'LINE', Id: 0, Confidence: 99 }] },
  },
};
