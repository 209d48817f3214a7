const WIDEST = 2048;
const WORTH_IT = 300_000;

/**
 * A photo as it needs to be seen: at most 2,048 pixels, and without what a camera writes into it, such as the place where
 * it was taken. Anything else, and what a browser cannot draw, stays as it is.
 */
export async function lighter(file: Blob): Promise<Blob> {
  if (file.type !== 'image/jpeg' && !(file.type === 'image/png' && file.size > WORTH_IT)) return file;
  try {
    const picture = await createImageBitmap(file);
    const scale = Math.min(1, WIDEST / Math.max(picture.width, picture.height));
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(picture.width * scale);
    canvas.height = Math.round(picture.height * scale);
    canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
    picture.close();
    const drawn = await new Promise<Blob | null>(done => canvas.toBlob(done, file.type, 0.85));
    return drawn && (file.type === 'image/jpeg' || drawn.size < file.size) ? drawn : file;
  } catch {
    return file;
  }
}
