export * from '@arch/services/core';
export * from './lambda/index.js';
export * from './rekognition/index.js';
export * from './sage-maker-runtime/index.js';
export * from './sage-maker/index.js';
