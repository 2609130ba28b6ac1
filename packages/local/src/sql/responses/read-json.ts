/** Reads JSON. Integers that a JavaScript number cannot represent exactly become bigints. */
export function readJson(text: string): unknown {
  return JSON.parse(text, function keepDigits(_key: string, value: unknown, ...[context]: unknown[]) {
    const source = (context as { readonly source?: string } | undefined)?.source;
    const hasLostDigits = typeof value === 'number' && !Number.isSafeInteger(value) && /^-?\d+$/.test(source ?? '');
    return hasLostDigits ? BigInt(source ?? '') : value;
  });
}
