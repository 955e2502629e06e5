/** How numbers are written into a script. */

const base64 = (bytes: Uint8Array): string => {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
};

/** Doubles, little-endian, as a call that reads them. */
export function floats(values: ArrayLike<number>): string {
  const bytes = new Uint8Array(8 * values.length);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < values.length; i++) view.setFloat64(8 * i, values[i], true);
  return `floats(${JSON.stringify(base64(bytes))})`;
}

/** Whole numbers of 32 bits, little-endian, as a call that reads them. */
export function whole(values: ArrayLike<number>): string {
  const bytes = new Uint8Array(4 * values.length);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < values.length; i++) view.setInt32(4 * i, values[i], true);
  return `whole(${JSON.stringify(base64(bytes))})`;
}

/** Rows of a table, written once where all are the same. */
export function table(values: Float64Array, width: number): string {
  const same = values.every((value, i) => Object.is(value, values[i % width]));
  return `${floats(same ? values.subarray(0, width) : values)}.reshape(-1, ${width})`;
}
