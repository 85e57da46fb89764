import { Loader } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import type { PDFPageProxy } from 'pdfjs-dist';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { drawPage, type OpenPdf, openPdf } from './pdf-pages.ts';
import classes from './pdf-preview.module.css';

export type PdfPreviewProps = {
  /** Names the document to a screen reader. */
  label: string;
  /** The file; null while it is on its way. */
  content: Blob | null;
};

/** The pages of a PDF, one below the other, as they will be printed. */
export function PdfPreview({ label, content }: PdfPreviewProps) {
  const { t } = useTranslation('common');
  const { ref, width } = useElementSize();
  const pages = usePages(content);
  return (
    <section ref={ref} className={classes['root']} aria-label={label}>
      {pages === null && <Loader size="sm" className={classes['waiting'] ?? ''} />}
      {pages?.map((page) => (
        <PdfPage
          key={page.pageNumber}
          page={page}
          width={width}
          label={t('pdf.page', { page: page.pageNumber, pages: pages.length })}
        />
      ))}
    </section>
  );
}

/** The pages shown stay until the new ones are there, so that nothing flickers. */
function usePages(content: Blob | null): readonly PDFPageProxy[] | null {
  const [opened, setOpened] = useState<OpenPdf | null>(null);
  useEffect(() => {
    if (content === null) return;
    let isWanted = true;
    let mine: OpenPdf | null = null;
    void openPdf(content).then((pdf) => {
      mine = pdf;
      if (isWanted) setOpened(pdf);
      else pdf.close();
    });
    return () => {
      isWanted = false;
      mine?.close();
    };
  }, [content]);
  return opened?.pages ?? null;
}

type PdfPageProps = { page: PDFPageProxy; width: number; label: string };

function PdfPage({ page, width, label }: PdfPageProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const { width: natural, height } = page.getViewport({ scale: 1 });
  useEffect(() => {
    if (canvas.current === null || width === 0) return;
    const drawing = drawPage(page, canvas.current, width);
    // A drawing that is replaced by a newer one ends with an error of its own.
    drawing.done.catch(() => undefined);
    return drawing.cancel;
  }, [page, width]);
  return (
    <canvas
      ref={canvas}
      role="img"
      aria-label={label}
      className={classes['page']}
      style={{ aspectRatio: `${natural} / ${height}` }}
    />
  );
}
