export * from './function-code/index.js';
export * from './function-deployments/index.js';
export * from './functions/index.js';
export {
  type AgeRange,
  type BoundingBox,
  type ComparedFace,
  compareFaces,
  type CompareFacesInput,
  type DetectedText,
  detectFaces,
  type DetectFacesInput,
  detectLabels,
  type DetectLabelsInput,
  detectModerationLabels,
  type DetectModerationLabelsInput,
  detectText,
  type DetectTextInput,
  type Emotion,
  type Face,
  type FaceAttribute,
  faceAttributes,
  type FaceComparison,
  type FaceMatch,
  type ImageInput,
  type Label,
  type LabelInstance,
  type ModerationLabel,
  type S3Image,
  type TextType,
  textTypes,
} from './images/index.js';
export * from './invocations/index.js';
