// A Lambda function that the examples deploy: it stores the notes of an app as objects in S3 and returns them.
import { InvalidInputError, NotFoundError } from '@arch/core';
import { type HttpResponse, jsonResponse, parseHttpApiEvent } from '@arch/integration';
import { getObjectJson, putObject } from '@arch/storage';
import * as z from 'zod/mini';

const note = z.object({ text: z.string().check(z.maxLength(10_000)) });
const { BUCKET: bucket = '' } = process.env;

/** API Gateway calls this handler for each request to `/notes/{id}`. */
export const handler = async (event: unknown): Promise<HttpResponse> => {
  const { method, pathParameters } = await parseHttpApiEvent(event);
  const object = { bucket, key: `notes/${pathParameters['id']}.json` };
  try {
    if (method === 'GET') return jsonResponse({ value: await getObjectJson({ ...object, schema: note }) });
    const { body } = await parseHttpApiEvent(event, note);
    await putObject({ ...object, json: body });
    return jsonResponse({ statusCode: 201, value: body });
  } catch (error) {
    if (error instanceof NotFoundError)
      return jsonResponse({ statusCode: 404, value: { error: 'the note does not exist' } });
    if (error instanceof InvalidInputError) return jsonResponse({ statusCode: 400, value: { error: error.message } });
    throw error;
  }
};
