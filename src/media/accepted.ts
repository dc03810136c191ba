import type { MediaKind } from '../channels/channel.ts';

const KB = 1024;
const MB = 1024 * KB;

const IMAGES = ['image/jpeg', 'image/png', 'image/webp'];
const SOUNDS = ['audio/aac', 'audio/amr', 'audio/mpeg', 'audio/mp4', 'audio/ogg'];
const OFFICE = [
  'application/msword', 'application/vnd.ms-excel', 'application/vnd.ms-powerpoint',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation',
];

type Accepted = { types: readonly string[]; bytesMax: number };

/** What is taken of what people send, by what they sent it as. Meta's own limits, but documents: there 100 MB would pass. */
export const ACCEPTED: Record<MediaKind, Accepted> = {
  image: { types: IMAGES, bytesMax: 5 * MB },
  sticker: { types: ['image/webp'], bytesMax: 500 * KB },
  voice: { types: SOUNDS, bytesMax: 16 * MB },
  audio: { types: SOUNDS, bytesMax: 16 * MB },
  video: { types: ['video/mp4', 'video/3gpp'], bytesMax: 16 * MB },
  // A photo that must not lose its sharpness is sent as a document.
  document: { types: ['application/pdf', ...OFFICE, 'text/plain', 'image/jpeg', 'image/png'], bytesMax: 16 * MB },
};
/** A sticker that does not move. */
export const STILL_STICKER_BYTES_MAX = 100 * KB;

/** Shown in a page as it is; anything else is handed over as a file. */
export const isShownInline = ({ mime, bytes }: { mime: string; bytes: number }): boolean => IMAGES.includes(mime) && bytes <= ACCEPTED.image.bytesMax;
