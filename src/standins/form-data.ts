/** A form with or without files, by the platform's own parser: bodies here come from this machine and are bounded. */
export async function formData(body: Uint8Array<ArrayBuffer>, contentType: string): Promise<FormData | undefined> {
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- meant for servers open to the world
  return new Response(body, { headers: { 'content-type': contentType } }).formData().catch(() => undefined);
}
