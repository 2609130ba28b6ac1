import { mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { InvalidInputError, InvalidRequestError, NotFoundError } from '@arch/core';
import { awsError, type FakeAws, fakeAws } from '@arch/core/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { compareFaces, detectFaces, detectLabels, detectModerationLabels, detectText } from './index.js';

const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47]);
const box = { Left: 0.1, Top: 0.2, Width: 0.3, Height: 0.4 };
const inputOf = (aws: FakeAws): unknown => aws.requests[0]?.input;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'arch-images-'));
});
afterAll(() => rm(folder, { recursive: true }));

describe('an image', () => {
  it('is sent from the path of a file, from bytes, or as an object in S3', async () => {
    await using aws = fakeAws({ answers: { DetectLabels: { Labels: [] } } });
    const file = join(folder, 'street.png');
    await writeFile(file, png);
    await detectLabels(file, { session: aws.session });
    await detectLabels({ image: png }, { session: aws.session });
    await detectLabels({ image: { bucket: 'pictures', key: 'street.png', versionId: 'v1' } }, { session: aws.session });
    expect(aws.requests.map(({ input }) => input['Image'])).toMatchObject([
      { Bytes: Buffer.from(png) },
      { Bytes: png },
      { S3Object: { Bucket: 'pictures', Name: 'street.png', Version: 'v1' } },
    ]);
  });

  it('that is too large is rejected before anything is sent: a file, bytes and an object in S3', async () => {
    await using aws = fakeAws({ answers: { DetectLabels: { Labels: [] } } });
    const file = join(folder, 'large.png');
    await writeFile(file, png);
    await truncate(file, 5_242_881);
    await expect(detectLabels(file, { session: aws.session })).rejects.toThrow(
      /^detectLabels: image must be an image file of 1 byte to 5 MB \(5,242,880 bytes\); put larger images of up to 15 MB into S3 \(got ".*large\.png", which has 5242881 bytes\)\.$/,
    );
    await expect(detectLabels({ image: new Uint8Array(5_242_881) }, { session: aws.session })).rejects.toThrow(
      'detectLabels: image must be an image of 1 byte to 5 MB (5,242,880 bytes); put larger images of up to 15 MB into S3 (got 5242881 bytes)',
    );
    const object = { bucket: 'pictures', key: 'large.png', sizeBytes: 15_728_641 };
    await expect(detectLabels({ image: object }, { session: aws.session })).rejects.toThrow(
      'detectLabels: image.sizeBytes must be at most 15728640 (got 15728641)',
    );
    expect(aws.requests).toEqual([]);
  });

  it('that cannot be read throws an error that names the file', async () => {
    await using aws = fakeAws();
    const missing = join(folder, 'missing.png');
    const empty = join(folder, 'empty.png');
    await writeFile(empty, '');
    const comparing = compareFaces({ sourceImage: png, targetImage: missing }, { session: aws.session });
    await expect(comparing).rejects.toMatchObject({
      name: 'LocalError',
      path: missing,
      message: `compareFaces: cannot read ${missing}: no such file or directory (ENOENT).`,
    });
    await expect(detectText('a\0.png', { session: aws.session })).rejects.toThrow(InvalidInputError);
    await expect(detectText(empty, { session: aws.session })).rejects.toThrow('which is empty).');
    await expect(detectText(folder, { session: aws.session })).rejects.toThrow('which is not a file).');
    expect(aws.requests).toEqual([]);
  });

  it.each([
    ['InvalidS3ObjectException', NotFoundError, 'Check that the image is in a bucket of this region'],
    ['InvalidImageFormatException', InvalidRequestError, 'Pass a JPEG or a PNG file'],
    ['ImageTooLargeException', InvalidRequestError, 'An image can have 5 MB as bytes'],
  ])('that AWS rejects with %s throws an error with the remedy', async (code, kind, remedy) => {
    await using aws = fakeAws({ answers: { DetectText: awsError(code, 'Request has invalid image') } });
    const detecting = detectText({ image: png }, { session: aws.session });
    await expect(detecting).rejects.toThrow(kind);
    await expect(detecting).rejects.toThrow(remedy);
  });
});

describe('the functions of Rekognition', () => {
  it('return labels above the minimum confidence', async () => {
    await using aws = fakeAws();
    aws.on('DetectLabels', {
      Labels: [
        {
          Name: 'Car',
          Confidence: 98.5,
          Instances: [{ BoundingBox: box, Confidence: 97 }],
          Parents: [{ Name: 'Vehicle' }, { Name: 'Transportation' }],
          Categories: [{ Name: 'Vehicles and Automotive' }],
        },
      ],
    });
    const labels = await detectLabels({ image: png, minConfidence: 80, maxLabels: 5 }, { session: aws.session });
    expect(labels).toEqual([
      {
        name: 'Car',
        confidence: 98.5,
        instances: [{ boundingBox: { left: 0.1, top: 0.2, width: 0.3, height: 0.4 }, confidence: 97 }],
        parents: ['Vehicle', 'Transportation'],
        aliases: [],
        categories: ['Vehicles and Automotive'],
      },
    ]);
    expect(inputOf(aws)).toMatchObject({ MinConfidence: 80, MaxLabels: 5 });
  });

  it('return lines and words', async () => {
    await using aws = fakeAws();
    aws.on('DetectText', {
      TextDetections: [
        { DetectedText: 'STOP', Type: 'WORD', Id: 1, ParentId: 0, Confidence: 99, Geometry: { BoundingBox: box } },
      ],
    });
    const [word] = await detectText({ image: png, minConfidence: 90 }, { session: aws.session });
    expect(word).toMatchObject({ detectedText: 'STOP', type: 'WORD', parentId: 0, boundingBox: { left: 0.1 } });
    expect(inputOf(aws)).toMatchObject({ Filters: { WordFilter: { MinConfidence: 90 } } });
  });

  it('return faces, without those below minConfidence', async () => {
    await using aws = fakeAws();
    aws.on('DetectFaces', {
      FaceDetails: [
        { BoundingBox: box, Confidence: 99, Smile: { Value: true, Confidence: 90 }, AgeRange: { Low: 20, High: 30 } },
        { BoundingBox: box, Confidence: 60 },
      ],
    });
    const faces = await detectFaces(
      { image: png, attributes: ['SMILE', 'AGE_RANGE'], minConfidence: 90 },
      { session: aws.session },
    );
    expect(faces).toMatchObject([{ smile: true, ageRange: { low: 20, high: 30 }, emotions: [] }]);
    expect(inputOf(aws)).toMatchObject({ Attributes: ['SMILE', 'AGE_RANGE'] });
    expect(inputOf(aws)).not.toHaveProperty('MinConfidence');
  });

  it('return the similarity of faces', async () => {
    await using aws = fakeAws();
    aws.on('CompareFaces', {
      SourceImageFace: { BoundingBox: box, Confidence: 99 },
      FaceMatches: [{ Similarity: 97.5, Face: { BoundingBox: box, Confidence: 98 } }],
    });
    const images = { sourceImage: png, targetImage: png };
    const comparison = await compareFaces({ ...images, similarityThreshold: 95 }, { session: aws.session });
    expect(comparison).toMatchObject({ faceMatches: [{ similarity: 97.5, confidence: 98 }], unmatchedFaces: [] });
    expect(inputOf(aws)).toMatchObject({ SimilarityThreshold: 95 });
  });

  it('return moderation labels, or an empty list', async () => {
    await using aws = fakeAws();
    aws.once('DetectModerationLabels', { ModerationLabels: [] });
    aws.on('DetectModerationLabels', { ModerationLabels: [{ Name: 'Violence', Confidence: 97, ParentName: '' }] });
    expect(await detectModerationLabels({ image: png }, { session: aws.session })).toEqual([]);
    expect(await detectModerationLabels({ image: png }, { session: aws.session })).toEqual([
      { name: 'Violence', confidence: 97, parentName: undefined, taxonomyLevel: undefined },
    ]);
  });
});
