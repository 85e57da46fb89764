import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import type { DocumentLanguage } from '#shared/contract/documents.ts';
import { stripHiddenCharacters } from '#shared/domain/text/hidden-characters.ts';
import { AppError } from '../app-error.ts';
import type { Platform } from '../platform.ts';
import { fontFaces } from './furniture/fonts.ts';
import { documentCss, type Furniture, pageCss } from './furniture/print-css.ts';
import { documentWords } from './furniture/words.tsx';

/** One document to print. */
export type ReportPage = {
  language: DocumentLanguage;
  /** The file's only metadata. */
  title: string;
  /** Left in the foot of every page; the right shows page x / y. */
  footer: string;
  /** Across every page of what is not final. */
  watermark?: string | undefined;
  /** Rules of this kind of document, after the shared ones. */
  css?: string;
  body: ReactNode;
};

/**
 * The document as one self-contained page of HTML: no script, no address, fonts inside. Text is
 * escaped by React, so it can never become markup.
 */
export async function renderReport(
  page: ReportPage,
  { resourcesDirectory }: Pick<Platform, 'resourcesDirectory'>,
): Promise<string> {
  const furniture = furnitureOf(page);
  const body = renderToStaticMarkup(<Body page={page} furniture={furniture} />);
  const title = renderToStaticMarkup(<title>{stripHiddenCharacters(page.title)}</title>);
  const css = [
    await fontFaces(resourcesDirectory, body),
    documentCss,
    pageCss(furniture),
    page.css ?? '',
  ].join('\n');
  const lang = page.language === 'en' ? 'en' : 'zh-CN';
  return `<!doctype html><html lang="${lang}"><head><meta charset="utf-8">${title}<style>${css}</style></head><body>${body}</body></html>`;
}

/** Renders and prints. @throws AppError print_failed */
export async function printReport(page: ReportPage, platform: Platform): Promise<Uint8Array> {
  const html = await renderReport(page, platform);
  try {
    // The foot of the page is part of the document: a footer of the printer has no faces of ours.
    return await platform.printPdf(html, { footerHtml: '<span></span>' });
  } catch (error) {
    platform.log.error('print_failed', error);
    throw new AppError('print_failed');
  }
}

function furnitureOf({ language, footer }: ReportPage): Furniture {
  const number = documentWords(language).text('documents:page.number', { page: '\n', pages: '\n' });
  const [before = '', between = '', after = ''] = number.split('\n');
  return {
    language,
    footer: stripHiddenCharacters(footer),
    // The short form reads in both languages.
    pageNumber: language === 'zh-en' ? ['', ' / ', ''] : [before, between, after],
  };
}

/**
 * The hidden line holds the text of the foot: faces that only the foot of a page uses are not
 * loaded when Chromium paints it, and the foot would stay empty.
 */
function Body({ page, furniture }: { page: ReportPage; furniture: Furniture }) {
  return (
    <>
      <div className="footer-faces" aria-hidden="true">
        {furniture.footer} {furniture.pageNumber.join('0123456789')}
      </div>
      {page.watermark !== undefined && (
        <div className="watermark" aria-hidden="true">
          {page.watermark}
        </div>
      )}
      <main>{page.body}</main>
    </>
  );
}
