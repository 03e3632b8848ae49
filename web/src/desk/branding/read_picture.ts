// A picture file that somebody chose → a PNG in base64 within the server's bound, by a canvas.
import { attempts, first_that_fits, reduce_shades, type Attempt } from './fit_picture';

export type PictureFault = 'logo_kind' | 'logo_heavy' | 'logo_broken';

const FILE_BYTES_MAX = 20 * 1024 * 1024;
const KINDS = ['image/png', 'image/jpeg', 'image/svg+xml', 'image/webp'];

export const ACCEPTED = KINDS.join(',');

export async function read_picture(file: File): Promise<string | PictureFault> {
  if (!KINDS.includes(file.type)) return 'logo_kind';
  if (file.size > FILE_BYTES_MAX) return 'logo_heavy';
  try {
    const picture = await loaded(await data_url(file));
    const size = { width: picture.naturalWidth, height: picture.naturalHeight };
    const tries = attempts(size, file.type === 'image/svg+xml');
    return first_that_fits(tries, (attempt) => drawn(picture, attempt)) ?? 'logo_broken';
  } catch {
    return 'logo_broken';
  }
}

function data_url(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(new Error('unreadable'));
    reader.readAsDataURL(file);
  });
}

function loaded(url: string): Promise<HTMLImageElement> {
  return new Promise((resolve, reject) => {
    const picture = new Image();
    picture.onload = () => resolve(picture);
    picture.onerror = () => reject(new Error('no picture'));
    picture.src = url;
  });
}

function drawn(picture: HTMLImageElement, { width, height, shades }: Attempt): string {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const pen = canvas.getContext('2d');
  if (pen === null) throw new Error('no canvas');
  pen.imageSmoothingQuality = 'high';
  pen.drawImage(picture, 0, 0, width, height);
  const pixels = pen.getImageData(0, 0, width, height);
  reduce_shades(pixels.data, shades);
  pen.putImageData(pixels, 0, 0);
  return canvas.toDataURL('image/png').replace(/^[^,]*,/, '');
}
