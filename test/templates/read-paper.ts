import { extractText, getDocumentProxy, getMeta } from 'unpdf';

export interface ReadPaper {
  pages: string[];
  text: string;
  info: Record<string, unknown>;
}

/** What a reader of PDF finds in it, page by page; an amount and its words stand apart by one space. */
export async function readPaper(bytes: Buffer): Promise<ReadPaper> {
  const file = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 });
  const { text } = await extractText(file);
  const { info } = await getMeta(file);
  await file.loadingTask.destroy();
  const pages = text.map((page) => page.replace(/\s+/g, ' ').trim());
  return { pages, text: pages.join(' '), info };
}
