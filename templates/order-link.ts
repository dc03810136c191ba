/** What a client sends by pressing one button: the code says whose client it is. */
export const orderLink = (whatsapp: string, code: string): string => `https://wa.me/${whatsapp.replace(/\D/g, '')}?text=${encodeURIComponent(orderWords(code))}`;
export const orderWords = (code: string): string => `commander ${code}`;
