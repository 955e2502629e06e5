/** Saved pictures have this many pixels per unit. */
const SCALE = 2;

/** A drawing of our own as a picture file, on its ground. */
export async function pictureOf(
  svg: string,
  width: number,
  height: number,
  ground: string,
  format: 'png' | 'svg',
): Promise<Blob> {
  const grounded = svg.replace(/^(<svg[^>]*>)/, `$1<rect width="100%" height="100%" fill="${ground}"/>`);
  const file = new Blob([grounded], { type: 'image/svg+xml' });
  if (format === 'svg') return file;
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(grounded)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = SCALE * width;
  canvas.height = SCALE * height;
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((done, failed) => {
    canvas.toBlob((blob) => (blob === null ? failed(new Error('png')) : done(blob)), 'image/png');
  });
}
