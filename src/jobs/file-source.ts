import { createWhatsAppClient } from '../channels/whatsapp/client.ts';
import type { MediaFile, MediaRefusal } from '../channels/whatsapp/media-download.ts';
import type { Provider, WhatsAppConfig } from '../config.ts';

/** Fetches what somebody sent, by the id the network gave it. */
export type Download = (mediaId: string, bytesMax: number) => Promise<MediaFile | MediaRefusal>;

/** A channel that is off may be on again tomorrow. */
const OFF: MediaRefusal = { refused: 'unavailable', retry: true };

/** Files come by WhatsApp only. */
export function fileSource(whatsapp: Provider<WhatsAppConfig>): Download {
  if (whatsapp.mode === 'off') return async () => OFF;
  const client = createWhatsAppClient(whatsapp.settings);
  return (mediaId, bytesMax) => client.download(mediaId, bytesMax);
}
