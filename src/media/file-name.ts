const EXTENSIONS: Record<string, readonly string[]> = {
  'image/jpeg': ['jpg', 'jpeg'], 'image/png': ['png'], 'image/webp': ['webp'],
  'audio/aac': ['aac'], 'audio/amr': ['amr'], 'audio/mpeg': ['mp3'], 'audio/mp4': ['m4a', 'mp4'], 'audio/ogg': ['ogg', 'opus'],
  'video/mp4': ['mp4'], 'video/3gpp': ['3gp'],
  'application/pdf': ['pdf'], 'text/plain': ['txt', 'csv'],
  'application/msword': ['doc'], 'application/vnd.ms-excel': ['xls'], 'application/vnd.ms-powerpoint': ['ppt'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['docx'],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['xlsx'],
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': ['pptx'],
};

/** The name under which a file is handed over. It ends as its type does: a text that calls itself .bat would be run. */
export function fileName(given: string, mime: string): string {
  const endings = EXTENSIONS[mime] ?? ['bin'];
  return endings.some((ending) => given.toLowerCase().endsWith(`.${ending}`)) ? given : `${given}.${endings[0] ?? 'bin'}`;
}
