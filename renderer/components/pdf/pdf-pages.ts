import { getDocument, type PDFPageProxy, PDFWorker } from 'pdfjs-dist';

let worker: PDFWorker | undefined;

/**
 * One worker for all previews; it is a file of the app's own. Handed over, it outlives each
 * document: one that pdfjs finds by itself is destroyed with the first that closes, while the next
 * may be opening.
 */
function previewWorker(): PDFWorker {
  worker ??= PDFWorker.create({
    port: new Worker(new URL('pdfjs-dist/build/pdf.worker.mjs', import.meta.url), {
      type: 'module',
    }),
  });
  return worker;
}

export type OpenPdf = {
  pages: readonly PDFPageProxy[];
  /** Frees what the pages hold. */
  close(): void;
};

/** Reads a PDF; scripts in it never run and nothing is fetched. */
export async function openPdf(content: Blob): Promise<OpenPdf> {
  const task = getDocument({
    worker: previewWorker(),
    data: new Uint8Array(await content.arrayBuffer()),
    // Glyphs are drawn as paths: the page's policy lets no font in that is not a file of the app.
    disableFontFace: true,
    useSystemFonts: false,
    useWasm: false,
    enableXfa: false,
  });
  const document = await task.promise;
  const numbers = Array.from({ length: document.numPages }, (_, index) => index + 1);
  const pages = await Promise.all(numbers.map((number) => document.getPage(number)));
  return { pages, close: () => void task.destroy() };
}

/** Draws a page as wide as asked, sharp on any screen. @returns stops the drawing */
export function drawPage(
  page: PDFPageProxy,
  canvas: HTMLCanvasElement,
  width: number,
): { done: Promise<unknown>; cancel(): void } {
  const ratio = window.devicePixelRatio || 1;
  const natural = page.getViewport({ scale: 1 });
  const viewport = page.getViewport({ scale: (width / natural.width) * ratio });
  canvas.width = Math.floor(viewport.width);
  canvas.height = Math.floor(viewport.height);
  const drawing = page.render({ canvas, viewport });
  return { done: drawing.promise, cancel: () => drawing.cancel() };
}
